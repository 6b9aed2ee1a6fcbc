import { advise } from '../../../base/advice.js'
import type { Diagnostic } from '../../../base/diagnostic.js'
import { say } from '../../../base/say/say.js'
import { dataSource, positionOf, type Source } from '../../../base/source.js'
import { readJson } from '../../../base/tree/json.js'
import {
  entryOf,
  hasLongKey,
  isEmpty,
  isEmptyRecord,
  type Tree,
  type TreeMapping,
  valuesOf,
} from '../../../base/tree/tree.js'
import { readYaml } from '../../../base/tree/yaml.js'
import type { SourceRow } from '../row.js'
import { LONGEST_HEADER, longKey } from '../table.js'
import {
  besideList,
  type Envelope,
  envelopeOf,
  flattened,
  listRead,
  otherLists,
  partFault,
  systemId,
} from './envelope.js'

/** How lists of records are recognised, and the remarks on them. */
export interface ListNames {
  /** The key under which a mapping holds its records. */
  readonly plural: string
  /** The names of the id of records, the pack's own first. */
  readonly ids: readonly string[]
  /** Whether a part of a list is read as if it were all of it. */
  readonly partial: boolean
  readonly told: { envelope: Diagnostic | null }
}

/**
 * Reads a whole YAML or JSON text: a list of records, one record, many documents of these, a mapping with the list under `plural`, or an
 * answer of a server with its list inside.
 */
export function* readTrees(
  file: string,
  format: 'yaml' | 'json',
  text: string,
  lists: ListNames,
): Generator<SourceRow> {
  const source = dataSource(file, text)
  const reading = format === 'yaml' ? readYaml(source) : readJson(source)
  if ('faults' in reading) {
    for (const fault of reading.faults) yield { kind: 'fault', fault: withAdvice(fault, format, source) }
    return
  }
  for (const document of reading.documents) {
    const envelope = document.kind === 'mapping' ? envelopeIn(document, lists) : null
    const listed = document.kind === 'mapping' ? besideList(document, lists.plural) : null
    const part = listed === null || lists.partial ? null : partFault(file, lists.plural, listed)
    if (document.kind === 'mapping' && listed !== null)
      lists.told.envelope = otherLists(file, document, listed.key)
    if (part !== null) yield { kind: 'fault', fault: part }
    else if (envelope !== null) yield* answerRows(envelope, lists, source)
    else for (const item of itemsOf(document, lists.plural)) yield rowOf(item, source)
  }
}

const envelopeIn = (document: TreeMapping, { plural }: ListNames): Envelope | null =>
  entryOf(document, plural)?.value.kind === 'sequence' ? null : envelopeOf(document)

/** The records of an answer of a server. Where none has an id of the pack, the server's own stands for it. */
function* answerRows(envelope: Envelope, lists: ListNames, source: Source): Generator<SourceRow> {
  const { file } = source
  const part = lists.partial ? null : partFault(file, lists.plural, envelope)
  if (part !== null) {
    yield { kind: 'fault', fault: part }
    return
  }
  const records = envelope.items.map((item) => (item.kind === 'mapping' ? flattened(item) : new Map()))
  const [own] = lists.ids
  const key = own === undefined ? null : systemId(records, lists.ids)
  lists.told.envelope = listRead(file, envelope, key)
  for (const [at, item] of envelope.items.entries()) {
    const row = rowOf(item, source)
    const values = records[at]
    const id = values?.get(key ?? '')
    if (row.kind !== 'record' || values === undefined) yield row
    else if ([...values.keys()].some((each) => each.length > LONGEST_HEADER))
      yield { kind: 'broken', line: row.line, code: 'malformed-record', message: longKey(), raw: row.raw }
    else if (own === undefined || id === undefined)
      yield { ...row, content: { kind: 'tree', values, source } }
    else yield { ...row, content: { kind: 'tree', values: new Map([[own, id], ...values]), source } }
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
    return { kind: 'broken', line, code: 'malformed-record', message: longKey(), raw }
  if (item.kind === 'mapping') {
    return { kind: 'record', line, content: { kind: 'tree', values: valuesOf(item), source }, raw }
  }
  return {
    kind: 'broken',
    line,
    code: 'malformed-record',
    message: say(item.kind === 'sequence' ? 'malformed-record.list' : 'malformed-record.value'),
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
      return {
        ...fault,
        ...advise({ flag: '--from ndjson' }, (quoted) => say('syntax.help.ndjson', { flag: quoted })),
      }
  }
  return { help: say('syntax.help'), ...fault }
}
