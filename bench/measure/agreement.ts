import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

/** What a result file came to. */
export interface ResultFile {
  readonly rows: number
  readonly digest: string
  /** Every so many rows one, by its place. */
  readonly sample: ReadonlyMap<number, string>
}

/** Looks through a result once, keeping one row in `every`. */
export async function lookThrough(path: string, every: number): Promise<ResultFile> {
  const hash = createHash('sha256')
  const sample = new Map<number, string>()
  let lines = 0
  let started = ''
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      if (lines % every === 0) sample.set(lines, started + chunk.toString('utf8', from, end))
      started = ''
      lines += 1
      from = end + 1
    }
    if (lines % every === 0) started += chunk.toString('utf8', from)
  }
  return { rows: Math.max(0, lines - 1), digest: hash.digest('hex'), sample }
}

/** Says whether results are the same, or how far they are not. */
export function agreement(files: ReadonlyMap<string, ResultFile>): string[] {
  const [first, ...others] = [...files]
  if (first === undefined) return []
  const [name, file] = first
  if (others.every(([, other]) => other.digest === file.digest)) {
    const names = [...files.keys()].join(', ')
    return others.length === 0
      ? [`${name} wrote ${file.rows} rows.`]
      : [`The results of ${names} are the same, byte for byte: ${file.rows} rows.`]
  }
  return others.map(([other, result]) => {
    if (result.digest === file.digest) return `${other}: the same as ${name}.`
    const shared = [...file.sample].filter(([line]) => result.sample.has(line))
    const differ = shared.filter(
      ([line, row]) => decisionOf(row) !== decisionOf(result.sample.get(line) ?? ''),
    )
    const rows = result.rows === file.rows ? `${file.rows} rows` : `${result.rows} rows, not ${file.rows}`
    return `${other} DIFFERS from ${name}: ${rows}; of ${shared.length} rows looked at, ${differ.length} have another decision.`
  })
}

/** Id and decision. */
const decisionOf = (row: string) => row.split(',', 2).join(',')
