import type { Diagnostic } from '../../../base/diagnostic.js'
import { dataSource, positionOf, type Source } from '../../../base/source.js'
import { readJson } from '../../../base/tree/json.js'
import { entryOf, hasLongKey, isEmpty, isEmptyRecord, type Tree, valuesOf } from '../../../base/tree/tree.js'
import { readYaml } from '../../../base/tree/yaml.js'
import type { SourceRow } from '../row.js'
import { LONG_KEY, LONGEST_HEADER } from '../table.js'

/**
 * Reads a whole YAML or JSON text: a list of records, one record, many documents of these,
 * or a mapping with the list under `plural`.
 */
export function* readTrees(
  file: string,
  format: 'yaml' | 'json',
  text: string,
  plural: string,
): Generator<SourceRow> {
  const source = dataSource(file, text)
  const reading = format === 'yaml' ? readYaml(source) : readJson(source)
  if ('faults' in reading) {
    for (const fault of reading.faults) yield { kind: 'fault', fault: withAdvice(fault, format, source) }
    return
  }
  for (const document of reading.documents) {
    for (const item of itemsOf(document, plural)) yield rowOf(item, source)
  }
}

function itemsOf(document: Tree, plural: string): readonly Tree[] {
  if (document.kind === 'sequence') return document.items
  if (document.kind === 'mapping') {
    const list = entryOf(document, plural)?.value
    if (list?.kind === 'sequence') return list.items
  }
  return [document]
}

function rowOf(item: Tree, source: Source): SourceRow {
  const { line } = positionOf(source, item.start)
  if (isEmpty(item) || (item.kind === 'mapping' && isEmptyRecord(item))) return { kind: 'blank', line }
  const raw = () => source.text.slice(item.start, item.end).trimEnd()
  if (item.kind === 'mapping' && hasLongKey(item, LONGEST_HEADER))
    return { kind: 'broken', line, code: 'malformed-record', message: LONG_KEY, raw }
  if (item.kind === 'mapping') {
    return { kind: 'record', line, content: { kind: 'tree', values: valuesOf(item), source }, raw }
  }
  const what = item.kind === 'sequence' ? 'a list' : 'a single value'
  return {
    kind: 'broken',
    line,
    code: 'malformed-record',
    message: `${what} stands where a record belongs`,
    raw,
  }
}

/** A JSON text whose first line is whole is likely NDJSON under another name. */
function withAdvice(fault: Diagnostic, format: 'yaml' | 'json', source: Source): Diagnostic {
  if (fault.code !== 'syntax') return fault
  const second = source.lineStarts[1]
  if (format === 'json' && second !== undefined) {
    const first = readJson(dataSource(source.file, source.text.slice(0, second)))
    if ('documents' in first)
      return { ...fault, help: 'if it has one JSON object a line, say `--from ndjson`' }
  }
  return { help: 'correct the text there, or say with `--from` what the file is', ...fault }
}
