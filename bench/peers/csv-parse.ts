import { createReadStream, createWriteStream } from 'node:fs'
import { basename } from 'node:path'
import { finished } from 'node:stream/promises'
import { parse } from 'csv-parse'
import { judge } from '../judge.js'
import { RESULT_COLUMNS, resultLine } from '../result-line.js'
import { factsOf } from '../row-facts.js'

const CHUNK = 1 << 18

/** csv-parse giving arrays, rules in plain code, and a writer that gathers rows and waits for the disk. */
export async function run(input: string, output: string): Promise<void> {
  const source = createReadStream(input, { highWaterMark: CHUNK })
  const parser = source.pipe(parse({ from: 2 }))
  source.on('error', (error) => parser.destroy(error))
  const target = createWriteStream(output, { highWaterMark: CHUNK })
  const file = basename(input)
  let gathered = `${RESULT_COLUMNS.join(',')}\n`
  let line = 1
  for await (const cells of parser as AsyncIterable<string[]>) {
    line += 1
    const facts = factsOf(cells)
    gathered += resultLine(cells[0] ?? '', facts.size, judge(facts), file, line)
    if (gathered.length < CHUNK) continue
    if (!target.write(gathered)) await new Promise<void>((resolve) => target.once('drain', () => resolve()))
    gathered = ''
  }
  target.end(gathered)
  await finished(target)
}
