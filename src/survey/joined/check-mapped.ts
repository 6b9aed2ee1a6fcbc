import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { didYouMean } from '../../base/suggest.js'
import { listedNames, shortName } from '../../base/wording.js'
import { recordName } from '../../lang/labels.js'
import type { Pack } from '../../lang/pack.js'
import { doubtRemarks } from '../checks/doubtful-columns.js'
import { findColumn } from '../columns/columns.js'
import { headerRemarks } from '../columns/header-remarks.js'
import type { ColumnDoubts } from '../doubts/column-doubts.js'
import { inputFault } from '../files/input.js'
import { leadsOut } from '../files/operands/entry.js'
import type { BoundFact, BoundRecords } from '../mapping/bound-columns.js'
import type { Mapping } from '../mapping/mapping.js'
import { type Assumptions, assumeFault, memberPath } from '../records/assume.js'
import type { IdTable } from '../records/repeated-ids.js'
import { relationColumn } from '../signs/person/person-list.js'
import { doubtPath } from './column-doubts.js'
import { mappedInterviews, mappedPersons } from './mapped-interviews.js'
import { nearNames } from './near-names.js'
import { otherKeys } from './other-keys.js'
import type { ScannedRecords } from './scan-records.js'
import type { ScannedTables } from './scan-tables.js'
import { unusedNote } from './unused-note.js'

/** What was found about the tables of a mapping: faults stop the run, warnings and notes go beside the results. */
export function checkMapped(
  pack: Pack,
  mapping: Mapping,
  scanned: ScannedTables,
  assumptions: Assumptions,
  keep: readonly string[],
  ids: Pick<IdTable, 'repeated'>,
): { faults: Diagnostic[]; remarks: Diagnostic[] } {
  const near = nearNames(pack, mapping, scanned, assumptions)
  const isError = ({ severity }: Diagnostic) => severity === 'error'
  const tables = [
    ...scanned.records.map(({ table }) => table.file),
    ...scanned.rosters.map(({ roster }) => roster.table.file),
  ]
  return {
    faults: [
      ...near.filter(isError),
      ...unknownKept(scanned, keep),
      ...idleStatements(pack, scanned, assumptions),
    ],
    remarks: [
      ...new Set(tables.flatMap(({ remarks }) => remarks)),
      ...near.filter((each) => !isError(each)),
      ...mappedInterviews(pack, mapping, scanned),
      ...mappedPersons(pack, scanned),
      ...unusedNote(mapping, scanned, near, keep),
      ...rowIds(pack, scanned),
      ...otherKeys(mapping, scanned.records, ids),
      ...unusedTables(scanned),
      ...headers(scanned),
      ...strayRows(scanned),
      ...doubts(scanned),
    ],
  }
}

function unknownKept({ records }: ScannedTables, keep: readonly string[]): Diagnostic[] {
  return keep.flatMap((header): Diagnostic[] => {
    const found = records.map(({ table }) => ({ table, ...findColumn(table.headers, header) }))
    const doubled = found.flatMap((each) =>
      'ambiguous' in each
        ? [
            inputFault(
              'ambiguous-column',
              each.table.file.file,
              say('ambiguous-column.kept-as', { column: header, columns: listedNames(each.ambiguous, 8) }),
              say('ambiguous-column.help.full'),
            ),
          ]
        : [],
    )
    if (doubled.length > 0 || found.some((each) => 'column' in each)) return doubled
    const headers = records.flatMap(({ table }) => table.headers)
    const help = didYouMean(header, headers) ?? say('unknown-column.help.records')
    const message = say('unknown-column', { column: header })
    return [{ code: 'unknown-column', severity: 'error', message, help, at: null }]
  })
}

/** Faults for assumptions about facts that a column gives in every table. */
function idleStatements(
  pack: Pack,
  { records, rosters }: ScannedTables,
  { stated }: Assumptions,
): Diagnostic[] {
  const said = (name: string) => {
    const member = /^members\.(.+)$/.exec(name)?.[1]
    if (member === undefined)
      return records.every(({ table }) => table.bound.facts.some(({ fact }) => fact === name))
    const facts = [
      ...rosters.flatMap(({ roster }) => roster.table.bound.facts),
      ...records.flatMap(({ table }) => factsOfMembers(table.bound)),
    ]
    return pack.memberFacts !== null && facts.some(({ fact }) => fact === member)
  }
  return [...stated]
    .filter(said)
    .map((name) => assumeFault(say('assumption.mapped', { name }), say('assumption.help.remove')))
}

const rowIds = (pack: Pack, { records }: ScannedTables): Diagnostic[] =>
  records
    .filter(({ table }) => table.bound.key === 'row')
    .flatMap(({ table }): Diagnostic[] => [
      ...(table.oneRowPer === 'record' ? personRows(recordName(pack), table) : []),
      {
        code: 'row-ids',
        severity: 'warning',
        message: say('row-ids', {
          name: recordName(pack),
          file: table.file.file,
          line: table.headerLine + 1,
        }),
        why: say('row-ids.why'),
        help: say('row-ids.help', { name: recordName(pack) }),
        at: { file: table.file.file, line: null, field: null },
      },
    ])

/** A list of persons whose rows are known by their places would make a record of each person. */
function personRows(name: string, { file, headers, headerLine }: ScannedRecords['table']): Diagnostic[] {
  const header = relationColumn(headers)
  if (header === null) return []
  return [
    {
      code: 'row-ids',
      severity: 'warning',
      message: say('row-ids.persons', { column: shortName(header), name }),
      help: say('row-ids.help.persons', { name }),
      at: { file: file.file, line: headerLine, field: header },
    },
  ]
}

/** Columns without a name, or with a name that occurs twice. If such a column is used, the run has stopped before. */
const headers = ({ records, rosters }: ScannedTables): Diagnostic[] =>
  [
    ...records.map(({ table }) => ({
      file: table.file.file,
      headers: table.headers,
      line: table.headerLine,
    })),
    ...rosters.map(({ roster, headers, headerLine }) => ({
      file: roster.table.file.file,
      headers,
      line: headerLine,
    })),
  ].flatMap(({ file, headers, line }) => headerRemarks(headers, { file, line, field: null }))

const LISTED = 12

function unusedTables({ unused }: ScannedTables): Diagnostic[] {
  const help = say('ignored-files.help.mapping')
  const told = unused.flatMap(({ name, why, isLeft }): Diagnostic[] =>
    why === null || isLeft === true
      ? []
      : [
          {
            ...inputFault('ignored-files', name, say('ignored-files.why', { why }), help),
            severity: 'warning',
          },
        ],
  )
  const others = unused.flatMap(({ name, why }) => (why === null ? name : []))
  told.push(...leftMembers(unused))
  if (others.length === 0) return told
  const message = say('ignored-files', { names: listedNames(others, LISTED) })
  return [...told, { code: 'ignored-files', severity: 'note', message, help, at: null }]
}

/** Members of archives that are never looked at, by the reason. */
function leftMembers(unused: ScannedTables['unused']): Diagnostic[] {
  const left = unused.filter(({ isLeft }) => isLeft === true)
  return [...new Set(left.map(({ why }) => why))].map((why) => {
    const names = left.filter((each) => each.why === why).map(({ name }) => name)
    const message = say('ignored-files.names', { names: listedNames(names, LISTED), why: why ?? '' })
    return { code: 'ignored-files', severity: why === leadsOut() ? 'warning' : 'note', message, at: null }
  })
}

/** Rows that belong to no table of the mapping. Each table of a file knows how many rows belong to others. */
function strayRows({ records, rosters }: ScannedTables): Diagnostic[] {
  const tables = [
    ...records.map(({ table, others }) => ({ file: table.file.file, others, rows: 0 })),
    ...rosters.map(({ roster: { table, others, rows } }) => ({ file: table.file.file, others, rows })),
  ]
  return [...new Set(tables.map(({ file }) => file))].flatMap((file): Diagnostic[] => {
    const own = tables.filter((table) => table.file === file)
    const rows = Math.max(...own.map((table) => table.rows))
    const stray = own.reduce((sum, { others }) => sum + others, 0) - (own.length - 1) * rows
    if (stray <= 0) return []
    const message = say('stray-rows', { rows: stray })
    const help = say('stray-rows.help')
    return [{ ...inputFault('stray-rows', file, message, help), severity: 'warning' }]
  })
}

/** What is doubtful about the columns of facts, each said once. */
function doubts({ records, rosters }: ScannedTables): Diagnostic[] {
  const found = [
    ...records.flatMap(({ table: { bound, file }, doubts }: ScannedRecords) => [
      ...doubtsOf(bound.facts, '', doubts, file.file),
      ...doubtsOf(factsOfMembers(bound), memberPath(''), doubts, file.file),
    ]),
    ...rosters.flatMap(({ roster }) =>
      doubtsOf(roster.table.bound.facts, memberPath(''), roster.doubts, roster.table.file.file),
    ),
  ]
  const told = new Map(found.map((each) => [JSON.stringify([each.code, each.message, each.at]), each]))
  return [...told.values()]
}

/** The facts of members in a table of records, each once, for any number of members in a row. */
function factsOfMembers({ members, repeats }: BoundRecords): readonly BoundFact[] {
  const facts = new Map<string, BoundFact>()
  for (const each of [...members, ...repeats.flatMap((repeat) => repeat.facts)])
    if (!facts.has(each.fact)) facts.set(each.fact, each)
  return [...facts.values()]
}

function doubtsOf(
  facts: readonly BoundFact[],
  prefix: string,
  found: ReadonlyMap<string, ColumnDoubts>,
  file: string,
): Diagnostic[] {
  return facts.flatMap(({ fact, columns }) =>
    columns.flatMap(({ column, options }, at) => {
      const own = found.get(doubtPath(prefix + fact, at))
      return own === undefined ? [] : doubtRemarks(own, options, { file, field: column.header })
    }),
  )
}
