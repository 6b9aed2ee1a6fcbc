import { advise } from '../../base/advice.js'
import type { DiagnosticCode } from '../../base/codes.js'
import type { Diagnostic, Severity } from '../../base/diagnostic.js'
import { nearestWords } from '../../base/suggest.js'
import { listedNames, orList, shortName } from '../../base/wording.js'
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
import { presetFor } from '../signs/tool-signs.js'
import { TOOLS } from '../signs/tools/tools.js'
import { doubtfulColumns } from './doubtful-columns.js'
import { interviewRemarks } from './interview-remarks.js'
import { nearColumns } from './near-columns.js'
import { otherUnitsBeside, type ReadColumn } from './units-beside.js'

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
  const unused = [...record.others, ...members.others]
  const headers = [...scan.columns.unused.values()]
  const remarks = [
    ...near.filter(({ severity }) => severity !== 'error'),
    ...interviewRemarks(pack, { ...scan, unused: headers }, scan.codes),
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
function tooManyKeys({ record }: Pack, scan: SeenFile): Diagnostic | null {
  if (!scan.columns.isFull && !scan.memberColumns.isFull) return null
  const message = `the ${record.plural} have more different keys than any survey`
  const help = `check that the file has one ${record.name} an item, each with the same keys`
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
  const { name } = pack.record
  const memberId = pack.memberFacts?.get('member_id')
  const names = new Set(
    [...PERSON_NUMBERS, ...(memberId === undefined ? [] : namesOf(memberId))].map(foldName),
  )
  const header = [...scan.columns.unused].find(([folded]) => names.has(folded))?.[1]
  if (header === undefined || pack.memberFacts === null) return null
  const message = `column \`${shortName(header)}\` says that this file has one row a person; what is read has one ${name} a row`
  const advice = advise(
    { flag: '--preset register-cn' },
    (quoted) => `say ${quoted}, or let \`tpa inspect\` propose a mapping with \`one_row_per: person\``,
  )
  return { ...about(scan, 'person-rows', 'error', message, ''), ...advice }
}

function noRecords(pack: Pack, scan: SeenFile): Diagnostic | null {
  const { counts, file, headerLine } = scan
  if (counts.records + counts.broken.count > 0) return null
  const { name } = pack.record
  const message =
    headerLine === null ? `the file holds no ${name}` : `the file has a header and no ${name} below it`
  return inputFault('no-records', file, message, 'export it again, with its rows')
}

const COLUMNS_LISTED = 20

function noId(pack: Pack, scan: SeenFile): Diagnostic | null {
  const { records, withId, broken } = scan.counts
  if (withId > 0) return null
  if (records === 0) {
    const help = broken.first.startsWith('the row has')
      ? 'the header may lack the name of a column, or cells that hold the sign between columns are not quoted'
      : 'check that the file is what its name says, or say with `--from` what it is'
    return about(scan, 'no-records', 'error', `no row can be read: ${broken.first}`, help)
  }
  const { id, name } = pack.record
  const { headers } = scan.columns
  const why = `columns found: ${headers.length === 0 ? 'none' : listedNames(headers, COLUMNS_LISTED)}`
  const [column] = scan.columns.used.get(id) ?? []
  if (column === undefined) {
    return {
      ...about(scan, 'no-id', 'error', `there is no column \`${id}\``, ''),
      ...idAdvice(pack, scan),
      why,
    }
  }
  const rows = records === 1 ? 'the only row' : `all ${records} rows`
  const message = `no ${name} has an id: \`${shortName(column.header)}\` is empty in ${rows}`
  return { ...about(scan, 'no-id', 'error', message, `give every ${name} its \`${id}\``), why }
}

function idAdvice(pack: Pack, { columns, headerLine }: SeenFile): Pick<Diagnostic, 'help' | 'fix'> {
  const { id, name, plural } = pack.record
  const headers = [...columns.unused.values()]
  const known = headerLine === null ? null : presetFor(columns.headers)
  if (known !== null)
    return advise(
      { flag: `--preset ${known.preset}` },
      (flag) => `it seems to be an export of ${known.title}: say ${flag}`,
    )
  const declaration = columnsOf(pack).get(id)
  const wanted = declaration === undefined ? [id] : namesOf(declaration)
  const holding = headers.filter((header) => wanted.some((each) => each.length > 2 && header.includes(each)))
  const nearest = wanted.flatMap((each) => nearestWords(each, headers))
  const near = [...new Set(holding.length > 0 ? holding : nearest)].slice(0, 3)
  const [only, ...others] = near
  if (only === undefined && headerLine === null)
    return {
      help: `the key that tells one ${name} from another has to be called \`${id}\`, and the ${plural} have to stand in one list`,
    }
  if (only === undefined)
    return {
      help: `the column that tells one ${name} from another has to be called \`${id}\`, or a mapping names it as \`key\``,
    }
  const question = `did you mean ${orList(near)}?`
  if (headerLine === null || others.length > 0) return { help: `${question} then name that column \`${id}\`` }
  const line = { mapping: `key: ${JSON.stringify(only)}` }
  return advise(
    line,
    (quoted) => `${question} then name that column \`${id}\`, or say ${quoted} in a mapping`,
  )
}

function doubledColumns(scan: SeenFile, columns: Columns, prefix: string): Diagnostic[] {
  const faults: Diagnostic[] = []
  for (const [fact, found] of columns.used) {
    if (found.length < 2) continue
    const headers = found.map(({ header }) => prefix + header)
    const distinct = new Set(headers)
    const message =
      distinct.size === 1
        ? `column \`${shortName(headers[0] ?? fact)}\` stands ${headers.length} times`
        : `columns ${listedNames([...distinct], COLUMNS_LISTED)} all mean \`${fact}\``
    faults.push(about(scan, 'ambiguous-column', 'error', message, 'rename or remove all but one'))
  }
  for (const [header, facts] of columns.unclear) {
    const message = `column \`${shortName(prefix + header)}\` may be ${orList(facts)}`
    faults.push(
      about(scan, 'ambiguous-column', 'error', message, 'name the column as the pack names the fact'),
    )
  }
  return faults
}

/** Says which column is the id, where only its name speaks for that. */
function keyRemarks(pack: Pack, scan: SeenFile): Diagnostic[] {
  const { id, name } = pack.record
  const [column] = scan.columns.used.get(id) ?? []
  if (column === undefined || !isKeyByName(column, pack)) return []
  const message = `the id is \`${shortName(column.header)}\`, because no column is named \`${id}\``
  const why = `it is a usual name of what tells one ${name} from another`
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
    const message = `${pack.id} does not use ${listedNames(unused, NAMES_LISTED)}`
    remarks.push(
      about(scan, 'unused-columns', 'note', message, 'keep such columns in the results with `--keep`'),
    )
  }
  return [...keyRemarks(pack, scan), ...remarks, ...doubtfulColumns(scan)]
}
