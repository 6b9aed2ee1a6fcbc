import type { Diagnostic } from '../base/diagnostic.js'
import { say } from '../base/say/say.js'
import type { Pack } from '../lang/pack.js'
import type { Entry, ReadingOptions } from '../survey/files/data-file.js'
import { diagnosticOf, inputFault } from '../survey/files/input.js'
import { openOperand } from '../survey/files/operands/operand.js'
import { idNames, nothingInIt } from '../survey/operands.js'
import { withFormatWords } from '../survey/records/format-words.js'
import type { Progress } from '../survey/records/rows.js'
import { splitsIn } from './columns/choice-splits.js'
import { profileOf } from './columns/column-profile.js'
import { findFacts } from './proposal/candidates.js'
import { sharedStart } from './proposal/file-names.js'
import type { Inspection } from './proposal/inspection.js'
import { isRecords } from './proposal/mapping-tables.js'
import { mappingText } from './proposal/mapping-text.js'
import { openQuestions } from './proposal/open-questions.js'
import { countedColumns } from './tables/counted-columns.js'
import { findCuts } from './tables/cut-rosters.js'
import type { InspectedTable, Role, TableRole, Unreadable } from './tables/inspected-table.js'
import { findJoins } from './tables/joins.js'
import { findKey } from './tables/keys.js'
import { openAsAdvised } from './tables/open-as-advised.js'
import { findPersons } from './tables/person-list.js'
import { findRoles } from './tables/roles.js'
import { type TableTally, tallyTable } from './tables/table-tally.js'
import { countTogether } from './tables/together.js'
import { guessTool } from './tables/tool-guess.js'

export interface InspectOptions {
  readonly pack: Pack
  /** Operands as typed; `-` is stdin. */
  readonly files: readonly string[]
  readonly reading: ReadingOptions
  readonly stdin: NodeJS.ReadableStream
  /** Called now and then while a table is read. */
  readonly onProgress?: (progress: Progress) => void
}

/** Reads everything that the operands hold, each table once; rosters that may be parts of one are looked at again. Says what each table is, and which facts of the pack it may hold. */
export async function inspectFiles(options: InspectOptions): Promise<Inspection> {
  const { pack, stdin, files } = options
  const seen: Seen = { tables: [], unreadable: [] }
  const closings: (() => Promise<void>)[] = []
  try {
    for (const operand of new Set(files)) {
      const opening = await openOperand(operand, stdin, pack.record.plural, idNames(pack))
      if ('fault' in opening) {
        const file = opening.fault.at?.file ?? operand
        seen.unreadable.push({ file, faults: [opening.fault], isTable: true })
        continue
      }
      closings.push(() => opening.close())
      await inspectEntries(operand, opening.entries, seen, options)
    }
    return await conclude(withShortNames(seen.tables), seen.unreadable, pack)
  } finally {
    for (const close of closings) await close()
  }
}

/** What has been inspected so far. */
interface Seen {
  readonly tables: InspectedTable[]
  readonly unreadable: Unreadable[]
}

async function inspectEntries(
  operand: string,
  all: readonly Entry[],
  { tables, unreadable }: Seen,
  options: InspectOptions,
): Promise<void> {
  const entries = all.filter(({ unseen }) => unseen !== 'empty')
  if (entries.length === 0) unreadable.push({ file: operand, faults: [nothingInIt(operand)], isTable: true })
  for (const entry of entries) {
    const found = tables.length >= MOST_TABLES ? beyond(entry) : await inspectEntry(entry, options)
    if ('tally' in found) tables.push(found)
    else unreadable.push(found)
  }
}

/** Each table is compared with each other, so more take a time that nobody waits for. */
const MOST_TABLES = 500

const beyond = ({ name, format }: Entry): Unreadable => ({
  file: name,
  faults: [
    inputFault(
      'too-large',
      name,
      say('too-large.tables', { most: MOST_TABLES }),
      say('too-large.help.alone'),
    ),
  ],
  isTable: format !== null,
})

async function inspectEntry(
  entry: Entry,
  { pack, reading, onProgress }: InspectOptions,
): Promise<InspectedTable | Unreadable> {
  try {
    const opened = await openAsAdvised(entry, reading)
    if ('faults' in opened) return unread(entry, opened.faults)
    const total = opened.file.bytes
    let bytes = 0
    const file = withFormatWords(opened.file, (headers) => countedColumns(headers, pack))
    const tally = await tallyTable(file, pack, (more, records) => {
      bytes += more
      onProgress?.({ records, bytes, total })
    })
    if (tally.fault !== null && tally.rows === 0) return unread(entry, [tally.fault])
    const { reading: used, guesses } = opened
    const isHidden = entry.unseen === 'hidden'
    const found = profiled(tally, pack)
    return {
      file,
      name: file.file,
      path: entry.path,
      isHidden,
      reading: used,
      guesses,
      listsPersons: await findPersons(file, tally, pack),
      together: await countTogether(file, tally, found.profiles, pack),
      ...found,
    }
  } catch (error) {
    const fault = diagnosticOf(error)
    if (fault === null) throw error
    return unread(entry, [fault])
  }
}

const unread = ({ name, format }: Entry, faults: readonly Diagnostic[]): Unreadable => ({
  file: name,
  faults,
  isTable: format !== null && faults.every(({ code }) => code !== 'form-definition'),
})

function profiled(
  tally: TableTally,
  pack: Pack,
): Pick<InspectedTable, 'tally' | 'profiles' | 'splits' | 'repeats'> {
  const { headers, columns, rows, repeats, hinted } = tally
  const splits = splitsIn(headers, columns)
  const choices = new Set(splits.flatMap((split) => split.columns))
  const wholes = new Set(splits.map(({ whole }) => whole))
  const profiles = columns.map((column, index) => {
    const named = hinted.find(({ hint, columns: own }) => hint.isName && own.includes(index))
    const isId = named?.hint.fact === pack.record.id
    return profileOf(column, {
      header: headers[index] ?? '',
      index,
      rows,
      fact: named === undefined || isId ? null : named.fit.declaration,
      split: choices.has(index) ? 'choice' : wholes.has(index) ? 'whole' : null,
    })
  })
  return {
    tally,
    profiles,
    splits,
    repeats: repeats.filter(({ columns: own }) => own.every((at) => !choices.has(at))),
  }
}

async function conclude(
  tables: readonly InspectedTable[],
  unreadable: readonly Unreadable[],
  pack: Pack,
): Promise<Inspection> {
  const joins = findJoins(tables, pack)
  const roles = inOrder(findRoles(tables, joins, await findCuts(joins, pack), pack))
  const main = roles.find(isRecords) ?? null
  const key = main === null ? null : findKey(main, roles, joins, pack)
  const sources = roles.filter((role) => role === main || (!isRecords(role) && role.part === undefined))
  const facts = findFacts(sources, key?.column ?? null, pack)
  const conclusions = {
    pack,
    tables,
    unreadable,
    tool: guessTool(tables, joins),
    joins,
    roles,
    main,
    key,
    facts,
  }
  return { ...conclusions, decisions: openQuestions(conclusions), mapping: mappingText(conclusions) }
}

/** The order in which tables are shown. */
const ORDER: readonly Role[] = ['records', 'persons', 'block', 'members', 'details', 'other']

const inOrder = (roles: readonly TableRole[]): TableRole[] =>
  [...roles].sort((a, b) => placeOf(a) - placeOf(b))

/** Parts of a roster stand behind the table that stands for them all. */
const placeOf = ({ role, part }: TableRole): number => ORDER.indexOf(role) * 2 + (part === undefined ? 0 : 1)

/** Names without the folder, archive or workbook that all tables share. */
function withShortNames(tables: readonly InspectedTable[]): InspectedTable[] {
  const start = tables.length < 2 ? '' : sharedStart(tables.map(({ file }) => file.file))
  const length = Math.max(start.lastIndexOf('/'), start.lastIndexOf('#')) + 1
  return tables.map((table) => ({ ...table, name: table.file.file.slice(length) }))
}
