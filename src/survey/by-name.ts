import type { Diagnostic, FindingSink } from '../base/diagnostic.js'
import { say } from '../base/say/say.js'
import type { Pack } from '../lang/pack.js'
import { checkColumns } from './checks/columns.js'
import { checkKept, keptColumns } from './checks/copied-columns.js'
import { personsOrRepeats, repeatedByEvent } from './checks/events.js'
import { withKnownCause } from './checks/known-cause.js'
import { countsOfAll } from './doubts/cell-counts.js'
import { codesOfAll } from './doubts/code-columns.js'
import type { DataFile } from './files/data-file.js'
import { diagnosticOf } from './files/input.js'
import { hiddenSheets, type Operands, onlyEntry } from './operands.js'
import { type Assumptions, assumeFault, readAssumptions } from './records/assume.js'
import { assumedList, layoutOf } from './records/column-layout.js'
import { type FileScan, scanFile } from './records/first-pass.js'
import { openLedger } from './records/ledger.js'
import type { Survey, SurveyOptions } from './records/options.js'
import { findPersonList } from './records/person-list.js'
import { createIdTable, type IdTable } from './records/repeated-ids.js'
import { type CheckedFile, countBytes, readSurveyRows } from './records/rows.js'
import { watchedWords } from './records/unused-codes.js'

/** Opens files whose columns are known by the names that the pack gives its facts. */
export async function openByName(
  options: SurveyOptions,
  operands: Operands,
): Promise<{ survey: Omit<Survey, 'close'> } | { faults: Diagnostic[] }> {
  const faults = [...operands.faults]
  const ids = createIdTable()
  const files = await openAll(options, operands, faults)
  const scans = await scanAll(options, files, ids, faults)
  const reading = readAssumptions(options.pack, options.assume)
  if ('faults' in reading) faults.push(...reading.faults)
  else {
    const { checked, remarks } = checkFiles(options, scans, reading.assumptions, ids, faults)
    if (faults.length === 0) faults.push(...(await listsOfPersons(options.pack, scans, ids)))
    if (faults.length === 0) return { survey: surveyOf(options, checked, remarks, reading.assumptions, ids) }
  }
  return { faults: ofEachFile(faults, operands.opened.length) }
}

async function openAll(
  { reading }: SurveyOptions,
  { opened }: Operands,
  faults: Diagnostic[],
): Promise<DataFile[]> {
  const files: DataFile[] = []
  for (const each of opened) {
    const only = onlyEntry(each)
    const opening = 'fault' in only ? { faults: [only.fault] } : await only.entry.open(reading)
    if ('faults' in opening) faults.push(...opening.faults)
    else files.push(withRemarks(opening.file, hiddenSheets(each)))
  }
  return files
}

/** A flag holds for all files of a run; if it is meant for some of them, judge these alone. */
function ofEachFile(faults: readonly Diagnostic[], files: number): Diagnostic[] {
  const flagOf = ({ fix }: Diagnostic) => (fix !== undefined && 'flag' in fix ? fix.flag : null)
  return faults.map((fault) => {
    const flag = flagOf(fault)
    const named = new Set(faults.filter((each) => flagOf(each) === flag).map(({ at }) => at?.file))
    if (flag === null || named.size >= files) return fault
    const { fix: _, ...plain } = fault
    return { ...plain, help: say('each-file.help', { help: fault.help ?? '' }) }
  })
}

/** The same file, whose own remarks may still grow while it is read. */
const withRemarks = (file: DataFile, more: readonly Diagnostic[]): DataFile =>
  more.length === 0 ? file : Object.create(file, { remarks: { get: () => [...more, ...file.remarks] } })

async function scanAll(
  { pack, keep }: SurveyOptions,
  files: readonly DataFile[],
  ids: IdTable,
  faults: Diagnostic[],
): Promise<FileScan[]> {
  const scans: FileScan[] = []
  for (const file of files) {
    try {
      const result = await scanFile(pack, file, keep, ids)
      if ('scan' in result) scans.push(result.scan)
      else faults.push(...result.faults)
    } catch (error) {
      const diagnostic = diagnosticOf(error)
      if (diagnostic === null) throw error
      faults.push(diagnostic)
    }
  }
  ids.seal()
  const all = countsOfAll(scans.map(({ collected }) => collected))
  const codes = codesOfAll(
    watchedWords(pack),
    scans.map((scan) => scan.codes),
  )
  return scans.map((scan) => ({ ...scan, doubts: scan.collected.found(all), codes }))
}

function checkFiles(
  { pack, keep }: SurveyOptions,
  scans: readonly FileScan[],
  assumptions: Assumptions,
  ids: IdTable,
  faults: Diagnostic[],
): { checked: CheckedFile[]; remarks: Diagnostic[] } {
  const checked: CheckedFile[] = []
  const remarks: Diagnostic[] = []
  for (const scan of scans) {
    const findings = checkColumns(pack, scan, assumptions)
    faults.push(...withKnownCause(findings.faults, scan.data.remarks, scan.counts.broken.first?.code ?? null))
    remarks.push(...scan.data.remarks, ...findings.remarks)
    if (findings.faults.length > 0) continue
    if (ids.repeated().length > 0) remarks.push(...repeatedByEvent(pack, scan))
    checked.push({ scan, layout: layoutOf(pack, scan, assumptions), kept: keptColumns(scan, keep) })
  }
  if (faults.length === 0) faults.push(...checkKept(scans, keep), ...idleAssumptions(checked, assumptions))
  return { checked, remarks }
}

/** Faults of files whose rows may be persons. */
async function listsOfPersons(pack: Pack, scans: readonly FileScan[], ids: IdTable): Promise<Diagnostic[]> {
  const faults: Diagnostic[] = []
  for (const scan of scans) {
    const list = await findPersonList(pack, scan, ids)
    if (list !== null) faults.push(personsOrRepeats(pack, scan, list))
  }
  return faults
}

/** Faults for assumptions about columns that every file has. */
export function idleAssumptions(
  files: readonly Pick<CheckedFile, 'layout'>[],
  { stated }: Assumptions,
): Diagnostic[] {
  const idle = [...stated].filter((name) => files.every(({ layout }) => !layout.assumed.has(name)))
  return idle.map((name) => {
    const known = files.some(({ layout }) => layout.headers.has(name))
    const message = known ? say('assumption.every', { name }) : say('assumption.no-members', { name })
    return assumeFault(message, say('assumption.help.remove'))
  })
}

function surveyOf(
  { pack, onProgress }: SurveyOptions,
  files: readonly CheckedFile[],
  remarks: readonly Diagnostic[],
  assumptions: Assumptions,
  ids: IdTable,
): Omit<Survey, 'close'> {
  let ledger = openLedger()
  const total = files.reduce((sum, { scan }) => sum + scan.data.bytes, 0)
  async function* rows(found: FindingSink) {
    ledger = openLedger()
    const counted = ledger
    const onBytes = countBytes(total, () => counted.read(), onProgress)
    for (const remark of remarks) found.add(remark)
    for (const file of files) yield* readSurveyRows({ pack, ids, ledger }, file, found, onBytes)
    onBytes(0)
  }
  const layouts = files.map(({ layout }) => layout)
  return {
    inputs: files.map(({ scan }) => scan.data.input),
    mapping: null,
    assumed: assumedList(
      layouts.map(({ assumed }) => assumed),
      assumptions,
    ),
    rows,
    ledger: () => ledger.close(),
    rosters: () => [],
  }
}
