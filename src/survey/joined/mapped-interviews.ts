import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { listedNames } from '../../base/wording.js'
import { recordNames } from '../../lang/labels.js'
import { columnsOf, type FactDeclaration, type Pack } from '../../lang/pack.js'
import { goneRemarks } from '../checks/gone-remarks.js'
import { interviewRemarks } from '../checks/interview-remarks.js'
import { ownIdRemarks } from '../checks/own-ids.js'
import { byHeader, unitRemarks } from '../checks/unit-remarks.js'
import type { ReadColumn } from '../checks/units-beside.js'
import { foldName } from '../columns/columns.js'
import { codesOfAll } from '../doubts/code-columns.js'
import type { BoundFact } from '../mapping/bound-columns.js'
import type { Mapping } from '../mapping/mapping.js'
import { watchedWords } from '../records/unused-codes.js'
import type { ScannedRecords } from './scan-records.js'
import type { ScannedTables } from './scan-tables.js'

/** Which rows a preset leaves out, and which columns that speak of interviews the mapping does not name. */
export function mappedInterviews(
  pack: Pack,
  { isPreset, records: { interviewIf } }: Mapping,
  { records }: ScannedTables,
): Diagnostic[] {
  const told = isPreset ? records.flatMap(leftOut) : []
  if (interviewIf !== null && !isPreset) return told
  const counts = codesOfAll(
    watchedWords(pack),
    records.map(({ codes }) => codes),
  )
  const unnamed = records.flatMap(({ table: { file, headers, headerLine, unused } }) => {
    const header = unused.map(({ index }) => headers[index] ?? '')
    return interviewRemarks(pack, { file: file.file, headerLine, unused: header }, counts)
  })
  return [...told, ...unnamed]
}

function leftOut({ leftOut: rows, table: { file, headerLine, bound } }: ScannedRecords): Diagnostic[] {
  if (rows === 0) return []
  const columns = listedNames(
    (bound.interviewIf?.columns ?? []).map(({ column }) => column.header),
    3,
  )
  const message = say('not-interviews', { rows, columns })
  const at = { file: file.file, line: headerLine, field: null }
  return [{ code: 'not-interviews', severity: 'note', message, at }]
}

/** Which unused columns say that persons are gone, name the units of others, or have the office's own ids twice. */
export function mappedPersons(pack: Pack, { records, rosters }: ScannedTables): Diagnostic[] {
  const { memberFacts } = pack
  const ofRecords = records.flatMap((scan) => {
    const { table, codes, codesOfPersons, ownIds } = scan
    const { bound, headers, headerLine } = table
    const at = { file: table.file.file, headerLine }
    const facts = readFrom(bound.facts, columnsOf(pack))
    const members = [...bound.members, ...bound.repeats.flatMap((repeat) => repeat.facts)]
    const key = bound.key === null || bound.key === 'row' ? '' : bound.key.header
    const own = byHeader(
      headers.map((header) => [foldName(header), header]),
      codes,
    )
    const isWide = table.oneRowPer === 'record'
    return [
      ...goneRemarks(pack, { ...at, counts: codesOfPersons, isWide }),
      ...unitRemarks(pack, {
        ...at,
        counts: new Map([...own, ...codesOfPersons]),
        read: [...facts, ...readFrom(members, memberFacts ?? new Map())],
      }),
      ...(ownIds === null
        ? []
        : ownIdRemarks(recordNames(pack), ownIds, key, { file: at.file, line: headerLine })),
    ]
  })
  const ofRosters = rosters.flatMap(({ roster: { table, codes: counts }, headerLine }) => {
    const at = { file: table.file.file, headerLine, counts }
    return [
      ...goneRemarks(pack, { ...at, isWide: false }),
      ...unitRemarks(pack, { ...at, read: readFrom(table.bound.facts, memberFacts ?? new Map()) }),
    ]
  })
  return [...ofRecords, ...ofRosters, ...severalRosters(rosters)]
}

/** The columns from whose cells facts are read as they stand. */
const readFrom = (
  facts: readonly BoundFact[],
  declarations: ReadonlyMap<string, FactDeclaration>,
): ReadColumn[] =>
  facts.flatMap(({ fact, columns, compute }) => {
    const declaration = declarations.get(fact)
    return declaration === undefined || compute !== null
      ? []
      : columns.map(({ column }) => ({ column, fact, declaration }))
  })

/** Tables that are members by their columns alone, where several are. */
function severalRosters(rosters: ScannedTables['rosters']): Diagnostic[] {
  const found = rosters.filter(({ mapping: { optional, role } }) => optional && role === 'members')
  if (found.length < 2) return []
  const tables = listedNames(
    found.map(({ roster }) => roster.table.file.file),
    SHOWN,
  )
  return [
    {
      code: 'several-rosters',
      severity: 'warning',
      message: say('several-rosters', { count: found.length, tables }),
      why: say('several-rosters.why'),
      help: say('several-rosters.help'),
      at: null,
    },
  ]
}

const SHOWN = 8
