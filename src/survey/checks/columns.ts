import { advise } from '../../base/advice.js'
import type { DiagnosticCode } from '../../base/codes.js'
import type { Diagnostic, Severity } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { listedNames, orList, shortName } from '../../base/wording.js'
import { recordWords } from '../../lang/labels.js'
import { columnsOf, type Pack } from '../../lang/pack.js'
import { type Columns, foldName, namesOf } from '../columns/columns.js'
import { blankHeader, duplicateHeader, lastPartNote } from '../columns/header-remarks.js'
import { madeOfCodes } from '../doubts/code-columns.js'
import { inputFault } from '../files/input.js'
import { type Assumptions, memberPath } from '../records/assume.js'
import type { SeenFile } from '../records/first-pass.js'
import { isKeyByName } from '../records/key-column.js'
import { madeOfFacts, watchedWords } from '../records/unused-codes.js'
import { type DoesRead, doesRead, labelRows } from '../signs/record/label-rows.js'
import { TOOLS } from '../signs/tools/tools.js'
import { doubtfulColumns } from './doubtful-columns.js'
import { idAdvice } from './id-advice.js'
import { interviewRemarks } from './interview-remarks.js'
import { nearColumns } from './near-columns.js'
import { unitRemarksIn } from './unit-remarks.js'
import { otherUnitsBeside, type ReadColumn } from './units-beside.js'
import { unreadLists } from './unread-lists.js'
import { unreadMembers } from './unread-members.js'

/** What was found about the columns of a file: faults stop the run, warnings and notes go beside the results. */
export interface ColumnFindings {
  readonly faults: readonly Diagnostic[]
  readonly remarks: readonly Diagnostic[]
}

/** Checks that a file has records with ids, that each column means one fact, and that no unused name is nearly a missing one. */
export function checkColumns(pack: Pack, scan: SeenFile, assumptions: Assumptions): ColumnFindings {
  const cannot =
    tooManyKeys(pack, scan) ??
    labelRows(scan.file, scan.first, readersOf(pack, scan)) ??
    personRows(pack, scan) ??
    noRecords(pack, scan) ??
    noId(pack, scan)
  const doubled = [
    ...doubledColumns(scan, scan.columns, ''),
    ...doubledColumns(scan, scan.memberColumns, 'members.'),
  ]
  const found = [...doubled, ...otherUnitsBeside(scan.file, scan.beside, readIn(pack, scan), () => 'error')]
  const stopped = cannot === null ? found : [cannot, ...found]
  if (stopped.length > 0) return { faults: stopped, remarks: [] }
  const made = madeOfCodes(watchedWords(pack), scan.codes)
  const record = nearColumns(
    scan,
    columnsOf(pack),
    { ...unusedOf(scan.columns), madeOf: madeOfFacts(made, '') },
    '',
    assumptions,
  )
  const members = nearColumns(
    scan,
    pack.memberFacts ?? new Map(),
    { ...unusedOf(scan.memberColumns), madeOf: madeOfFacts(made, memberPath('')) },
    memberPath(''),
    assumptions,
  )
  const near = [...record.near, ...members.near]
  const unused = [...record.others, ...members.others].filter((header) => !scan.kept?.has(foldName(header)))
  const remarks = [
    ...near.filter(({ severity }) => severity !== 'error'),
    ...interviewRemarks(pack, { ...scan, unused: [...scan.columns.unused.values()] }, scan.codes),
    ...unitRemarksIn(pack, scan, readIn(pack, scan)),
    ...unreadLists(pack, scan),
    ...plainRemarks(pack, scan, unused),
  ]
  return { faults: near.filter(({ severity }) => severity === 'error'), remarks }
}

/** The columns that are read as facts of records. */
const readIn = (pack: Pack, { columns }: SeenFile): ReadColumn[] =>
  [...columns.used].flatMap(([fact, used]) => {
    const declaration = columnsOf(pack).get(fact)
    return declaration === undefined ? [] : used.map((column) => ({ column, fact, declaration }))
  })

const unusedOf = ({ used, unused, doubted }: Columns) => ({ used, unused, doubted })

const about = (
  scan: SeenFile,
  code: DiagnosticCode,
  severity: Severity,
  message: string,
  help: string,
): Diagnostic => ({
  code,
  severity,
  message,
  help,
  at: { file: scan.file, line: scan.headerLine, field: null },
})

/** A fault if there are more keys than are remembered, because the meaning of the others is not known. */
function tooManyKeys(pack: Pack, scan: SeenFile): Diagnostic | null {
  if (!scan.columns.isFull && !scan.memberColumns.isFull) return null
  const { name, plural } = recordWords(pack)
  const message = say('too-many-columns.keys', { plural })
  const help = say('too-many-columns.help.keys', { name })
  return about(scan, 'too-many-columns', 'error', message, help)
}

/** How the columns of facts read, by their positions. */
const readersOf = (pack: Pack, scan: SeenFile): ReadonlyMap<number, DoesRead> =>
  new Map(
    readIn(pack, scan).flatMap(({ fact, column: { index }, declaration }) => {
      const reads = fact === pack.record.id ? null : doesRead(declaration)
      return reads === null ? [] : [[index, reads] as const]
    }),
  )

const PERSON_NUMBERS = (TOOLS['national register'].persons ?? []).map(({ header }) => header)

/** A fault of a file of persons, because its rows would be counted as households. */
function personRows(pack: Pack, scan: SeenFile): Diagnostic | null {
  const { name } = recordWords(pack)
  const memberId = pack.memberFacts?.get('member_id')
  const names = new Set(
    [...PERSON_NUMBERS, ...(memberId === undefined ? [] : namesOf(memberId))].map(foldName),
  )
  const header = [...scan.columns.unused].find(([folded]) => names.has(folded))?.[1]
  if (header === undefined || pack.memberFacts === null) return null
  const message = say('person-rows', { column: shortName(header), name })
  const advice = advise({ flag: '--preset register-cn' }, (quoted) =>
    say('person-rows.help', { flag: quoted }),
  )
  return { ...about(scan, 'person-rows', 'error', message, ''), ...advice }
}

function noRecords(pack: Pack, scan: SeenFile): Diagnostic | null {
  const { counts, file, headerLine } = scan
  if (counts.records + counts.broken.count > 0) return null
  const { name } = recordWords(pack)
  const message = headerLine === null ? say('no-records', { name }) : say('no-records.below', { name })
  return inputFault('no-records', file, message, say('no-records.help.rows'))
}

const COLUMNS_LISTED = 20

function noId(pack: Pack, scan: SeenFile): Diagnostic | null {
  const { records, withId, broken } = scan.counts
  if (withId > 0) return null
  if (records === 0) {
    const help =
      broken.first?.code === 'ragged-row' ? say('no-records.help.header') : say('no-records.help.from')
    return about(
      scan,
      'no-records',
      'error',
      say('no-records.rows', { why: broken.first?.message ?? '' }),
      help,
    )
  }
  const { id } = pack.record
  const { name } = recordWords(pack)
  const { headers } = scan.columns
  const why =
    headers.length === 0
      ? say('no-id.why.none')
      : say('no-id.why', { names: listedNames(headers, COLUMNS_LISTED) })
  const [column] = scan.columns.used.get(id) ?? []
  if (column === undefined) {
    return {
      ...about(scan, 'no-id', 'error', say('no-id', { id }), ''),
      ...idAdvice(pack, scan),
      why,
    }
  }
  const empty = { name, column: shortName(column.header) }
  const message = records === 1 ? say('no-id.only', empty) : say('no-id.all', { ...empty, rows: records })
  return { ...about(scan, 'no-id', 'error', message, say('no-id.help.fill', { name, id })), why }
}

function doubledColumns(scan: SeenFile, columns: Columns, prefix: string): Diagnostic[] {
  const faults: Diagnostic[] = []
  for (const [fact, found] of columns.used) {
    if (found.length < 2) continue
    const headers = found.map(({ header }) => prefix + header)
    const distinct = new Set(headers)
    const message =
      distinct.size === 1
        ? say('ambiguous-column.twice', { column: shortName(headers[0] ?? fact), count: headers.length })
        : say('ambiguous-column', { columns: listedNames([...distinct], COLUMNS_LISTED), fact })
    faults.push(about(scan, 'ambiguous-column', 'error', message, say('ambiguous-column.help')))
  }
  for (const [header, facts] of columns.unclear) {
    const message = say('ambiguous-column.facts', {
      column: shortName(prefix + header),
      facts: orList(facts),
    })
    faults.push(about(scan, 'ambiguous-column', 'error', message, say('ambiguous-column.help.name')))
  }
  return faults
}

/** Says which column is the id, where only its name speaks for that. */
function keyRemarks(pack: Pack, scan: SeenFile): Diagnostic[] {
  const { id } = pack.record
  const { name } = recordWords(pack)
  const [column] = scan.columns.used.get(id) ?? []
  if (column === undefined || !isKeyByName(column, pack)) return []
  const message = say('key-by-name', { column: shortName(column.header), id })
  const why = say('key-by-name.why', { name })
  const at = { file: scan.file, line: scan.headerLine, field: column.header }
  return [{ code: 'key-by-name', severity: 'note', message, why, at }]
}

const NAMES_LISTED = 8

const memberPaths = ({ memberColumns }: SeenFile) =>
  [...memberColumns.lastParts].map(([fact, header]) => [memberPath(fact), memberPath(header)] as const)

function plainRemarks(pack: Pack, scan: SeenFile, unused: readonly string[]): Diagnostic[] {
  const { columns } = scan
  const at = { file: scan.file, line: scan.headerLine, field: null }
  const remarks: Diagnostic[] = lastPartNote([...columns.lastParts, ...memberPaths(scan)], at)
  if (columns.blank > 0) remarks.push(blankHeader(columns.blank, at))
  for (const folded of columns.repeated)
    remarks.push(duplicateHeader(columns.unused.get(folded) ?? folded, at))
  if (unused.length > 0) {
    const message = say('unused-columns', { pack: pack.id, columns: listedNames(unused, NAMES_LISTED) })
    remarks.push(about(scan, 'unused-columns', 'note', message, say('unused-columns.help')))
  }
  return [...keyRemarks(pack, scan), ...unreadMembers(pack, scan), ...remarks, ...doubtfulColumns(scan)]
}
