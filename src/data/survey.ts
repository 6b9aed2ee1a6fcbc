import type { Diagnostic, DiagnosticLog } from '../base/diagnostic.js'
import type { Pack } from '../lang/pack.js'
import { type Assumptions, assumeFault, readAssumptions } from './assume.js'
import { checkColumns } from './column-checks.js'
import type { Format } from './format.js'
import { diagnosticOf, type OpenInput, openInput } from './input.js'
import { checkKept, keptColumns } from './keep.js'
import { assumedList, layoutOf } from './layout.js'
import { type Ledger, openLedger } from './ledger.js'
import { createIdTable, type IdTable } from './repeated-ids.js'
import { type FileScan, scanFile } from './scan.js'
import { type CheckedFile, type Progress, type Row, readSurveyRows } from './survey-rows.js'

export interface SurveyOptions {
  readonly pack: Pack
  /** Operands as typed; `-` is stdin. */
  readonly files: readonly string[]
  /** The format of all files, instead of what their names and beginnings say. */
  readonly from: Format | null
  /** A value, as typed, for a fact whose column a file lacks. */
  readonly assume: ReadonlyMap<string, string>
  /** Headers of the columns whose cells are copied. */
  readonly keep: readonly string[]
  readonly stdin: NodeJS.ReadableStream
  /** Called now and then while rows go out. */
  readonly onProgress?: (progress: Progress) => void
}

/** A file as results name it. */
export interface Input {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
  readonly encoding: string
}

/** Survey files that have been looked through once, and whose rows can be read. */
export interface Survey {
  readonly inputs: readonly Input[]
  /** What is assumed in any of the files, in pack order: `risk=no`. */
  readonly assumed: readonly string[]
  /** Every row in input order; throws what `diagnosticOf` knows where a file breaks or changes underway. */
  rows(log: DiagnosticLog): AsyncIterable<Row>
  /** Of the last reading of rows, complete once all are out; throws where it does not add up. */
  ledger(): Ledger
  /** Gives back what is held, the copy of stdin included. */
  close(): Promise<void>
}

/** Looks through all files once. What stops the run comes back as faults, as many as can be found. */
export async function openSurvey(
  options: SurveyOptions,
): Promise<{ survey: Survey } | { faults: Diagnostic[] }> {
  const { inputs, faults } = await openInputs(options)
  const close = async () => {
    await Promise.all([...new Set(inputs)].map((input) => input.close()))
  }
  try {
    const ids = createIdTable()
    const scans = await scanFiles(options, inputs, ids, faults)
    const reading = readAssumptions(options.pack, options.assume)
    if ('faults' in reading) faults.push(...reading.faults)
    else {
      const { files, remarks } = checkFiles(options, scans, reading.assumptions, faults)
      if (faults.length === 0)
        return { survey: surveyOf(options, files, remarks, reading.assumptions, ids, close) }
    }
  } catch (error) {
    await close()
    throw error
  }
  await close()
  return { faults }
}

async function openInputs({ files, stdin }: SurveyOptions) {
  const opened = new Map<string, OpenInput>()
  const inputs: OpenInput[] = []
  const faults: Diagnostic[] = []
  for (const operand of files) {
    const known = opened.get(operand)
    const opening = known === undefined ? await openInput(operand, stdin) : { input: known }
    if ('fault' in opening) {
      faults.push(opening.fault)
      continue
    }
    opened.set(operand, opening.input)
    inputs.push(opening.input)
  }
  return { inputs, faults }
}

async function scanFiles(
  { pack, from, keep }: SurveyOptions,
  inputs: readonly OpenInput[],
  ids: IdTable,
  faults: Diagnostic[],
): Promise<FileScan[]> {
  const scans: FileScan[] = []
  for (const input of inputs) {
    try {
      const result = await scanFile(pack, input, from, keep, ids)
      if ('scan' in result) scans.push(result.scan)
      else faults.push(...result.faults)
    } catch (error) {
      const diagnostic = diagnosticOf(error)
      if (diagnostic === null) throw error
      faults.push(diagnostic)
    }
  }
  ids.seal()
  return scans
}

function checkFiles(
  { pack, keep }: SurveyOptions,
  scans: readonly FileScan[],
  assumptions: Assumptions,
  faults: Diagnostic[],
): { files: CheckedFile[]; remarks: Diagnostic[] } {
  const files: CheckedFile[] = []
  const remarks: Diagnostic[] = []
  for (const scan of scans) {
    const findings = checkColumns(pack, scan, assumptions)
    faults.push(...findings.faults)
    remarks.push(...findings.remarks)
    if (findings.faults.length > 0) continue
    files.push({ scan, layout: layoutOf(pack, scan, assumptions), kept: keptColumns(scan, keep) })
  }
  if (faults.length === 0) faults.push(...checkKept(scans, keep), ...idleAssumptions(files, assumptions))
  return { files, remarks }
}

/** Statements about columns that every file has. */
function idleAssumptions(files: readonly CheckedFile[], { stated }: Assumptions): Diagnostic[] {
  const idle = [...stated].filter((name) => files.every(({ layout }) => !layout.assumed.has(name)))
  return idle.map((name) => {
    const known = files.some(({ layout }) => layout.headers.has(name))
    const message = known
      ? `\`--assume ${name}\`: every file has this column`
      : `\`--assume ${name}\`: no file has members`
    return assumeFault(message, 'nothing is assumed in place of cells; remove the option')
  })
}

function surveyOf(
  { pack, onProgress }: SurveyOptions,
  files: readonly CheckedFile[],
  remarks: readonly Diagnostic[],
  assumptions: Assumptions,
  ids: IdTable,
  close: () => Promise<void>,
): Survey {
  let ledger = openLedger()
  const total = files.reduce((sum, { scan }) => sum + scan.input.bytes, 0)
  let bytes = 0
  const onBytes = (more: number) => {
    bytes += more
    onProgress?.({ bytes, total, records: ledger.read() })
  }
  async function* rows(log: DiagnosticLog) {
    ledger = openLedger()
    bytes = 0
    for (const remark of remarks) log.add(remark)
    for (const file of files) yield* readSurveyRows({ pack, ids, ledger, onBytes }, file, log)
    onBytes(0)
  }
  const inputs = files.map(({ scan: { input, sha256 } }) => ({
    file: input.file,
    bytes: input.bytes,
    sha256,
    encoding: 'utf-8',
  }))
  const assumed = assumedList(
    files.map(({ layout }) => layout),
    assumptions,
  )
  return { inputs, assumed, rows, ledger: () => ledger.close(), close }
}
