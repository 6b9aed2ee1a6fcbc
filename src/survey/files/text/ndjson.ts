import { say } from '../../../base/say/say.js'
import { dataSource } from '../../../base/source.js'
import { readJson } from '../../../base/tree/json.js'
import { hasLongKey, isEmptyRecord, valuesOf } from '../../../base/tree/tree.js'
import { LONGEST_RECORD, type SourceRow } from '../row.js'
import { LONGEST_HEADER, longKey } from '../table.js'

/**
 * Reads one JSON object a line. An empty line is a blank row, any other line is a broken row. In a damaged text U+FFFD stands for
 * what could not be read, and a line with that character is broken too. Each chunk gives one batch.
 */
export async function* readNdjson(
  file: string,
  chunks: AsyncIterable<Buffer>,
  isDamaged = false,
): AsyncGenerator<SourceRow[]> {
  let parts: Buffer[] = []
  let held = 0
  let line = 1
  for await (const chunk of chunks) {
    const rows: SourceRow[] = []
    let from = 0
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, from)) {
      parts.push(chunk.subarray(from, end))
      rows.push(rowOf(file, Buffer.concat(parts).toString('utf8'), line, isDamaged))
      parts = []
      held = 0
      line += 1
      from = end + 1
    }
    parts.push(chunk.subarray(from))
    held += chunk.length - from
    if (held > LONGEST_RECORD) rows.push(tooLong(file, line))
    yield rows
    if (held > LONGEST_RECORD) return
  }
  if (held > 0) yield [rowOf(file, Buffer.concat(parts).toString('utf8'), line, isDamaged)]
}

function rowOf(file: string, text: string, line: number, isDamaged: boolean): SourceRow {
  if (text.trim() === '') return { kind: 'blank', line }
  const raw = () => text.replace(/\r$/, '')
  const lost = isDamaged ? text.indexOf('\uFFFD') : -1
  if (lost >= 0) {
    const message = say('bad-bytes.row', { line, column: [...text.slice(0, lost)].length + 1 })
    return { kind: 'broken', line, code: 'bad-bytes', message, raw }
  }
  const reading = readJson(dataSource(file, text))
  if ('faults' in reading) {
    return {
      kind: 'broken',
      line,
      code: 'malformed-line',
      message: reading.faults[0]?.message ?? say('malformed-line'),
      raw,
    }
  }
  const [tree] = reading.documents
  if (tree?.kind !== 'mapping') {
    return { kind: 'broken', line, code: 'malformed-line', message: say('malformed-line.object'), raw }
  }
  if (hasLongKey(tree, LONGEST_HEADER)) {
    return { kind: 'broken', line, code: 'malformed-line', message: longKey(), raw }
  }
  if (isEmptyRecord(tree)) return { kind: 'blank', line }
  return { kind: 'record', line, content: { kind: 'tree', values: valuesOf(tree), source: null }, raw }
}

function tooLong(file: string, line: number): SourceRow {
  const message = say('long-record.line', { line, most: LONGEST_RECORD })
  const help = say('long-record.help.ndjson')
  return {
    kind: 'fault',
    fault: { code: 'long-record', severity: 'error', message, help, at: { file, line, field: null } },
  }
}
