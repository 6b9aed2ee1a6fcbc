import { advise } from '../../base/advice.js'
import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { shortName } from '../../base/wording.js'
import { recordName } from '../../lang/labels.js'
import { columnsOf, type FactDeclaration, type Pack } from '../../lang/pack.js'
import { knownText } from '../../lang/record.js'
import { nearColumns } from '../checks/near-columns.js'
import { otherUnitsBeside, type ReadColumn } from '../checks/units-beside.js'
import { type Columns, collectColumns, foldName, pathFactsOf } from '../columns/columns.js'
import { lastPartNote } from '../columns/header-remarks.js'
import type { PathFacts } from '../columns/last-part.js'
import { meaningOf } from '../columns/name-matching.js'
import { codesOfAll, madeOfCodes } from '../doubts/code-columns.js'
import type { BoundFact } from '../mapping/bound-columns.js'
import type { Mapping } from '../mapping/mapping.js'
import { type Assumptions, assumedText, memberPath } from '../records/assume.js'
import { madeOfFacts, watchedWords } from '../records/unused-codes.js'
import type { ScannedTables } from './scan-tables.js'
import { namedColumns } from './unused-columns.js'

/** Unused columns nearly named like a fact that no column gives: if the fact would be assumed, or if columns are found by name. */
export function nearNames(
  pack: Pack,
  mapping: Mapping,
  { records, rosters, unused }: ScannedTables,
  assumptions: Assumptions,
): Diagnostic[] {
  const ofMembers = new Set([
    ...rosters.flatMap(({ roster }) => roster.table.bound.facts.map(({ fact }) => fact)),
    ...records.flatMap(({ table: { bound } }) =>
      [...bound.members, ...bound.repeats.flatMap(({ facts }) => facts)].map(({ fact }) => fact),
    ),
  ])
  const madeOf = codesIn(pack, records)
  const named = [
    ...records.map(({ table: { file, headers, headerLine, bound } }): NamedTable => {
      const { byName } = mapping.records
      const said = new Set([pack.record.id, ...bound.facts.map(({ fact }) => fact)])
      const all = [...bound.facts, ...bound.members, ...bound.repeats.flatMap(({ facts }) => facts)]
      const head = { file: file.file, headers, headerLine }
      const rest = { said, bound: all, byName, madeOf, paths: pathFactsOf(pack) }
      return { head, declarations: columnsOf(pack), prefix: '', ...rest }
    }),
    ...rosters.map(({ mapping: { byName }, roster: { table }, headers, headerLine }): NamedTable => {
      const declarations = pack.memberFacts ?? new Map<string, FactDeclaration>()
      const head = { file: table.file.file, headers, headerLine }
      const { facts } = table.bound
      const rest = { said: ofMembers, bound: facts, byName, madeOf: NOTHING, paths: null }
      return { head, declarations, prefix: memberPath(''), ...rest }
    }),
  ]
  const remedy = say('near-column.remedy.map', { file: mapping.file })
  return [
    ...named.flatMap((table) => nearNamesIn(table, assumptions, remedy)),
    ...otherUnits(mapping, records),
    ...records.flatMap((each) => unusedDate(pack, each.table)),
    ...unused.flatMap((table) => namesInUnused(pack, table, records, assumptions, mapping.file)),
  ]
}

/** A column with the name of the date that nothing is read from, where the pack has a day for records without one. */
function unusedDate(
  pack: Pack,
  { file, headers, headerLine, bound }: ScannedTables['records'][number]['table'],
): Diagnostic[] {
  const { date } = pack.record
  if (date === null || pack.asOf === null || bound.facts.some(({ fact }) => fact === date)) return []
  const taken = namedColumns(bound)
  const header = headers.find(
    (each, at) => !taken.has(at) && meaningOf(each, columnsOf(pack))?.facts.includes(date) === true,
  )
  if (header === undefined) return []
  return [
    {
      code: 'near-column',
      severity: 'warning',
      message: say('near-column', { column: shortName(header), fact: date }),
      why: say('near-column.why.date', { name: recordName(pack), day: pack.asOf }),
      ...advise({ mapping: `${date}: ${JSON.stringify(header)}` }, (quoted) =>
        say('near-column.help.mapping', { line: quoted }),
      ),
      at: { file: file.file, line: headerLine, field: header },
    },
  ]
}

/** A column that the mapping itself names is read all the same. */
function otherUnits(mapping: Mapping, records: ScannedTables['records']): Diagnostic[] {
  const named = new Set(mapping.records.facts.map(({ fact }) => fact))
  return records.flatMap(({ table: { file, bound } }) =>
    otherUnitsBeside(file.file, file.beside, plainColumns(bound.facts), (fact) =>
      named.has(fact) ? 'warning' : 'error',
    ),
  )
}

/** The columns whose cells are facts as they stand. */
const plainColumns = (facts: readonly BoundFact[]): ReadColumn[] =>
  facts.flatMap(({ fact, columns, compute }) =>
    compute === null ? columns.map(({ column, declaration }) => ({ column, declaration, fact })) : [],
  )

/** Columns of a table that is not read, where they are named for a fact that is assumed for want of a column. */
function namesInUnused(
  pack: Pack,
  { name, headers = [] }: ScannedTables['unused'][number],
  records: ScannedTables['records'],
  { values, stated }: Assumptions,
  mapping: string,
): Diagnostic[] {
  const declarations = columnsOf(pack)
  const isAssumed = (fact: string) =>
    values.has(fact) &&
    !stated.has(fact) &&
    records.some(({ table: { bound } }) => bound.facts.every((each) => each.fact !== fact))
  return headers.flatMap((header): Diagnostic[] => {
    const fact = meaningOf(header, declarations)?.facts.find(isAssumed)
    const assumed = fact === undefined ? undefined : values.get(fact)
    if (fact === undefined || assumed === undefined) return []
    const said = assumedText(fact, assumed)
    return [
      {
        code: 'near-column',
        severity: 'error',
        message: say('near-column.unread', {
          name,
          column: shortName(header),
          fact,
          value: knownText(assumed),
        }),
        why: say('near-column.why.unread'),
        help: say('near-column.help.unread', { file: mapping, assume: said }),
        at: { file: name, line: null, field: header },
      },
    ]
  })
}

const NOTHING: ReadonlyMap<string, readonly string[]> = new Map()

/** The facts of whose codes columns are made that the mapping does not name, in all tables of records. */
const codesIn = (pack: Pack, records: ScannedTables['records']) =>
  madeOfFacts(
    madeOfCodes(
      watchedWords(pack),
      codesOfAll(
        watchedWords(pack),
        records.map(({ codes }) => codes),
      ),
    ),
    '',
  )

/** A table whose unused columns may be meant for facts. */
interface NamedTable {
  readonly head: { readonly file: string; readonly headers: readonly string[]; readonly headerLine: number }
  readonly declarations: ReadonlyMap<string, FactDeclaration>
  readonly prefix: string
  /** Facts that a column gives. */
  readonly said: ReadonlySet<string>
  /** What is read from the table. */
  readonly bound: readonly BoundFact[]
  /** Whether other columns are found by their names. */
  readonly byName: boolean
  /** The facts of whose codes its columns are made. */
  readonly madeOf: ReadonlyMap<string, readonly string[]>
  readonly paths: PathFacts | null
}

function nearNamesIn(
  { head, declarations, prefix, said, bound, byName, madeOf, paths }: NamedTable,
  assumptions: Assumptions,
  remedy: string,
): Diagnostic[] {
  const taken = new Set(bound.flatMap(({ columns }) => columns.map(({ column }) => column.header)))
  const unused = new Map(
    head.headers.filter((header) => !taken.has(header)).map((header) => [foldName(header), header]),
  )
  const { doubted, lastParts } = byName ? columnsByName(head.headers, declarations, paths) : NO_PATHS
  const columns = { used: said, unused, madeOf, doubted }
  const { near } = nearColumns(head, declarations, columns, prefix, assumptions, remedy)
  const byLastPart = [...lastParts].filter(([, header]) => taken.has(header))
  const at = { file: head.file, line: head.headerLine, field: null }
  return [
    ...near.filter(({ severity }) => byName || severity === 'error'),
    ...lastPartNote(
      byLastPart.map(([fact, header]) => [prefix + fact, header]),
      at,
    ),
  ]
}

const NO_PATHS: Pick<Columns, 'doubted' | 'lastParts'> = { doubted: new Map(), lastParts: new Map() }

function columnsByName(
  headers: readonly string[],
  declarations: ReadonlyMap<string, FactDeclaration>,
  paths: PathFacts | null,
): Columns {
  const columns = collectColumns(declarations, false, paths)
  for (const [index, header] of headers.entries()) columns.addHeader(header, index)
  return columns
}
