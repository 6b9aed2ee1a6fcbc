import type { Diagnostic } from '../../base/diagnostic.js'
import { inOtherLanguages, say } from '../../base/say/say.js'
import { TPA_VERSION } from '../../base/shipped.js'
import { dataSource } from '../../base/source.js'
import { nearestWords } from '../../base/suggest.js'
import { readJson } from '../../base/tree/json.js'
import { entryOf, type Tree, type TreeMapping } from '../../base/tree/tree.js'
import { inBackticks } from '../../base/wording.js'
import { assessRecord } from '../../engine/assess.js'
import { recordName, recordNames } from '../../lang/labels.js'
import type { Pack } from '../../lang/pack.js'
import { lazyCase } from '../../report/assess/lazy-case.js'
import {
  type Difference,
  differencesFrom,
  type Making,
  treeText,
} from '../../report/explain/recomputation.js'
import { RECOMPUTED_FORMATS } from '../../report/explain/recomputed.js'
import { readStored, type StoredRecord, textOf } from '../../report/explain/stored-record.js'
import { openInput } from '../../survey/files/input.js'
import { readerOf } from '../request/report-targets.js'
import { DEFAULT_RULES, loadRules, shippedIds } from '../request/rules.js'
import { ExitCode } from '../terminal/exit-code.js'
import { lookUpInputs } from '../terminal/inputs.js'
import { refuse } from '../terminal/messages.js'
import { writeToStdout } from '../terminal/outputs.js'
import type { Terminal } from '../terminal/terminal.js'
import type { ExplainRequest } from './request.js'

type RecomputeRequest = ExplainRequest & { readonly record: string }

const NO_SURVEY = { surveys: [], mapping: null, suites: [], baseline: null, repositories: [] }

/** `tpa explain --record`: judges a stored record again from its own facts; exit 1 where something differs. */
export async function recompute(request: RecomputeRequest, terminal: Terminal): Promise<ExitCode> {
  const reading = await readStoredFile(request.record)
  if ('faults' in reading) return refuse(reading.faults, terminal)
  const set = request.set.size > 0 ? request.set : storedSet(reading.documents)
  const rules = await loadRules(request.rules ?? packOf(reading.documents) ?? DEFAULT_RULES, set)
  if ('faults' in rules) return refuse(rules.faults, terminal)
  const under = packMember(reading.documents, 'id')
  if (under !== null && under !== rules.pack.id) {
    const message = say('not-stored.pack', { stored: under, pack: rules.pack.id })
    return refuse([notStored(request.record, message, say('not-stored.help.pack'))], terminal)
  }
  const chosen = chooseRecord(rules.pack, reading.documents, request.id, request.record)
  if ('faults' in chosen) return refuse(chosen.faults, terminal)
  const stored = readStored(rules.pack, chosen.stored)
  if ('unreadable' in stored) {
    const message = say('not-stored.unread', { member: stored.unreadable, pack: rules.pack.id })
    return refuse([notStored(request.record, message, say('not-stored.help.unread'))], terminal)
  }
  const differences = [
    ...packDifference(rules.pack, reading.documents),
    ...(await leastDifferences(rules.pack, chosen.stored, stored)),
    ...stored.undeclared.map(
      (name): Difference => ({ member: `facts.${name}`, stored: storedFact(chosen.stored, name), now: null }),
    ),
  ]
  const { width, paint } = terminal.stdout
  const storedBy = makingOf(reading.documents)
  const recomputation = { pack: rules.pack, id: stored.record.id, differences, storedBy }
  const text = await RECOMPUTED_FORMATS[request.format](recomputation, { tpa: TPA_VERSION, width, paint })
  const inputs = await lookUpInputs({ ...NO_SURVEY, packs: rules.files, record: request.record })
  await writeToStdout(text, readerOf(request.format, null, terminal), inputs)
  return differences.length === 0 ? ExitCode.Ran : ExitCode.Tripped
}

/** What differs in the language in which the result was stored: sentences are compared too. */
async function leastDifferences(pack: Pack, stored: TreeMapping, { record, asOf }: StoredRecord) {
  const differences = () =>
    differencesFrom(pack, stored, lazyCase(pack, assessRecord(pack, record, { asOf })))
  const own = differences()
  if (own.length === 0) return own
  const others = await inOtherLanguages(differences)
  return others.reduce((least, each) => (each.length < least.length ? each : least), own)
}

/** One JSON text, or one a line. */
async function readStoredFile(
  file: string,
): Promise<{ documents: readonly Tree[] } | { faults: readonly Diagnostic[] }> {
  const opening = await openInput(file, process.stdin)
  if ('fault' in opening) return { faults: [opening.fault] }
  const parts: Buffer[] = []
  for await (const chunk of opening.input.chunks()) parts.push(chunk)
  await opening.input.close()
  const text = Buffer.concat(parts)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
  const whole = readJson(dataSource(opening.input.file, text))
  if ('documents' in whole) return whole
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length < 2) return whole
  const documents: Tree[] = []
  for (const line of lines) {
    const reading = readJson(dataSource(opening.input.file, line))
    if ('faults' in reading) return whole
    documents.push(...reading.documents)
  }
  return { documents }
}

/** The shipped pack that a whole report names. */
function packOf(documents: readonly Tree[]): string | null {
  const id = packMember(documents, 'id')
  return id !== null && shippedIds().includes(id) ? id : null
}

/** The parameters that the stored run held at a value. */
function storedSet([first]: readonly Tree[]): ReadonlyMap<string, string> {
  const pack = first?.kind === 'mapping' ? entryOf(first, 'pack')?.value : undefined
  const set = pack?.kind === 'mapping' ? entryOf(pack, 'set')?.value : undefined
  const entries = set?.kind === 'mapping' ? set.entries : []
  return new Map(
    entries.flatMap(({ key, value }) => (value.kind === 'scalar' ? [[key.text, value.text]] : [])),
  )
}

function packMember([first]: readonly Tree[], key: string): string | null {
  const pack = first?.kind === 'mapping' ? entryOf(first, 'pack')?.value : undefined
  return pack?.kind === 'mapping' ? textOf(pack, key) : null
}

/** The tpa and the pack that a whole report or an explanation names. */
function makingOf(documents: readonly Tree[]): Making | null {
  const [first] = documents
  const tpa = first?.kind === 'mapping' ? textOf(first, 'tpa') : null
  const [id, version, hash] = ['id', 'version', 'hash'].map((key) => packMember(documents, key))
  return tpa && id && version && hash ? { tpa, pack: { id, version, hash } } : null
}

function packDifference({ hash }: Pack, documents: readonly Tree[]): Difference[] {
  const stored = packMember(documents, 'hash')
  return stored === null || stored === hash
    ? []
    : [{ member: 'pack.hash', stored: JSON.stringify(stored), now: JSON.stringify(hash) }]
}

function storedFact(stored: TreeMapping, name: string): string | null {
  const facts = entryOf(stored, 'facts')?.value
  return facts?.kind === 'mapping' ? treeText(entryOf(facts, name)?.value) : null
}

function chooseRecord(
  pack: Pack,
  documents: readonly Tree[],
  id: string | null,
  file: string,
): { stored: TreeMapping } | { faults: Diagnostic[] } {
  const records = documents.flatMap((document) => recordsIn(pack, document))
  const [only] = records
  if (only === undefined) {
    const help = say('not-stored.help')
    return { faults: [notStored(file, say('not-stored', { record: recordName(pack) }), help)] }
  }
  if (id === null) {
    if (records.length === 1) return { stored: only }
    return {
      faults: [
        notStored(
          file,
          say('not-stored.several', { count: records.length, records: recordNames(pack) }),
          say('not-stored.help.several'),
        ),
      ],
    }
  }
  const stored = records.find((record) => textOf(record, pack.record.id) === id)
  if (stored !== undefined) return { stored }
  const ids = records.map((record) => textOf(record, pack.record.id) ?? '')
  const near = nearestWords(id, ids)
  const help = say('unknown-record.help.stored', {
    ids: inBackticks(near.length > 0 ? near : ids.slice(0, 3)),
  })
  const message = say('unknown-record.stored', { record: recordName(pack), id })
  return {
    faults: [
      { code: 'unknown-record', severity: 'error', message, help, at: { file, line: null, field: null } },
    ],
  }
}

/** Stored records in a report, in an explanation, or standing alone. */
function recordsIn(pack: Pack, document: Tree): TreeMapping[] {
  if (document.kind !== 'mapping') return []
  const list = entryOf(document, pack.record.plural)?.value ?? entryOf(document, pack.record.name)?.value
  if (list?.kind === 'sequence') return list.items.filter((item) => item.kind === 'mapping')
  const single = list ?? document
  return single.kind === 'mapping' && entryOf(single, 'facts') !== undefined ? [single] : []
}

const notStored = (file: string, message: string, help: string): Diagnostic => ({
  code: 'not-stored',
  severity: 'error',
  message,
  help,
  at: { file, line: null, field: null },
})
