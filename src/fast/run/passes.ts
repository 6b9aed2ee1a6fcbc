import { createLog, type Diagnostic } from '../../base/diagnostic.js'
import { type CompiledPack, compilePack } from '../../compile/compile.js'
import type { Pack } from '../../lang/pack.js'
import type { FilesJudged, FilesTask } from '../../report/assess/files-task.js'
import type { Report } from '../../report/assess/report.js'
import { SMALL } from '../../report/assess/summary.js'
import type { Output, Targets } from '../../report/output.js'
import { idleAssumptions } from '../../survey/by-name.js'
import { checkColumns } from '../../survey/checks/columns.js'
import { type CellCounts, countsOfAll } from '../../survey/doubts/cell-counts.js'
import { codesOfAll } from '../../survey/doubts/code-columns.js'
import { collectDoubts, hasDoubts } from '../../survey/doubts/column-doubts.js'
import { brokenInput, changed } from '../../survey/files/input.js'
import { type Assumptions, readAssumptions } from '../../survey/records/assume.js'
import { assumedList } from '../../survey/records/column-layout.js'
import { scanHeader } from '../../survey/records/first-pass.js'
import { watchedWords } from '../../survey/records/unused-codes.js'
import type { Survey } from '../../survey/survey.js'
import { layoutFor } from '../loop/row-plan.js'
import type { RowOf } from '../outcome/chunk-result.js'
import type { FileRun } from '../outcome/file-run.js'
import { readAgain } from '../outcome/read-again.js'
import { inputOf, type OpenedByteFile, openByteFile } from '../read/byte-file.js'
import { type ByteOptions, threadsFor } from './byte-options.js'
import { addMissingKeys, type PassEnd, passOver } from './file-pass.js'
import { idsArePlain, mayListPersons } from './ids-of-file.js'
import { type LookedAt, newPass, type Pass } from './pass.js'
import { setV8Flags } from './v8-flags.js'
import { withAnswers } from './with-answers.js'

/** What is known before any row is read. */
interface Ready {
  readonly compiled: CompiledPack
  readonly files: readonly OpenedByteFile[]
  readonly runs: readonly FileRun[]
  readonly assumptions: Assumptions
  readonly about: Pick<Survey, 'inputs' | 'mapping'>
}

/**
 * Judges plain CSV files as bytes; `null` where one of them is not plain, so that the normal reader must read all.
 *
 * At the end of the first pass it is known whether an id is repeated or a column doubtful. If not, its results stand. Otherwise, and where
 * results go out while they are made, a second pass judges by what the first one learned.
 */
export async function judgePlainFiles(task: FilesTask, options: ByteOptions): Promise<FilesJudged | null> {
  const ready = await makeReady(task, options)
  if (ready === null) return null
  setV8Flags(bytesOf(ready.files))
  let targets = await task.open(ready.about)
  if (writesOtherRows(task, targets)) {
    await task.drop()
    return null
  }
  const isHeldBack = streamsOf(targets).every((output) => output.isHeldBack)
  const first = newPass(ready.compiled, task.fold)
  const runs = ready.runs.map((run) => ({ ...run, judges: isHeldBack, writes: run.writes && isHeldBack }))
  const end = await goOver(first, ready, runs, task, targets, options)
  if (end === 'unwanted') return end
  const learned = end === 'not-plain' ? null : learnedFrom(first, ready, runs)
  if (learned === null) {
    await task.drop()
    return null
  }
  const { remarks, doubts, repeated } = learned
  if (
    isHeldBack &&
    !first.needsSecondPass &&
    repeated === null &&
    !doubts.some((each) => [...each.values()].some(hasDoubts))
  )
    return finish(task, ready, runs, first, targets, { remarks, looked: first.looked })
  if (isHeldBack) {
    await task.drop()
    targets = await task.open(ready.about)
  }
  const second = newPass(ready.compiled, task.fold)
  const again = ready.runs.map((run, at) => ({ ...run, doubts: doubts[at] ?? new Map(), repeated }))
  const secondEnd = await goOver(second, ready, again, task, targets, options)
  if (secondEnd === 'unwanted') return secondEnd
  if (secondEnd === 'not-plain') throw brokenInput(changed(ready.files[0]?.file.file ?? '-'))
  return finish(task, ready, again, second, targets, { remarks, looked: first.looked })
}

async function makeReady(task: FilesTask, { size }: ByteOptions): Promise<Ready | null> {
  const { pack, asOf, assume } = task
  const files: OpenedByteFile[] = []
  for (const operand of task.files) {
    const opened = await openByteFile(operand, task.reading, task.stdin)
    if (opened === null || files.some(({ file }) => file.path === operand)) return null
    files.push(opened)
  }
  const reading = readAssumptions(pack, assume)
  if ('faults' in reading) return null
  const { assumptions } = reading
  const compiled = compilePack(pack)
  if ('refused' in compiled) return null
  const writes = task.formats.includes('csv')
  const only = task.fold.only === null ? null : [...task.fold.only]
  const untold = { doubts: null, repeated: null, judges: true, writes, size }
  const runs = files.map(({ file }): FileRun => ({ file, assume, asOf, only, ...untold }))
  const mustBeReadAsText = files.some(
    (opened) =>
      !idsArePlain(opened, pack) ||
      findingsOf(opened, pack, assumptions, NOTHING_SEEN, new Map()).faults.length > 0,
  )
  const inputs = files.map(({ file }) => inputOf(file))
  return mustBeReadAsText ? null : { compiled, files, runs, assumptions, about: { inputs, mapping: null } }
}

const bytesOf = (files: readonly OpenedByteFile[]): number =>
  files.reduce((sum, { file }) => sum + file.end - file.start, 0)

/** Whether a report writes a row for each record in another form than CSV, the only one that the wing writes. */
const writesOtherRows = ({ formats }: FilesTask, { writers }: Targets<Report>): boolean =>
  writers.some(({ report }, index) => report.record !== undefined && formats[index] !== 'csv')

/** The outputs that get rows while they are made. */
const streamsOf = ({ writers, rejects }: Targets<Report>): Output[] => [
  ...writers.flatMap(({ report, output }) => (report.record === undefined ? [] : output)),
  ...(rejects === null ? [] : [rejects]),
]

/** Goes over all files. */
async function goOver(
  pass: Pass,
  { compiled, files }: Ready,
  runs: readonly FileRun[],
  task: FilesTask,
  { writers, rejects }: Targets<Report>,
  options: ByteOptions,
): Promise<PassEnd> {
  const outputs = streamsOf({ writers, rejects: null })
  const all = [...writers.map(({ output }) => output), ...(rejects === null ? [] : [rejects])]
  const total = bytesOf(files)
  let records = 0
  let bytes = 0
  const ends = {
    outputs,
    rejects,
    isWanted: () => all.some((output) => output.wanted),
    onRows(rows: number, moreBytes: number) {
      records += rows
      bytes += moreBytes
      task.onProgress({ records, bytes, total })
    },
  }
  for (const [at, opened] of files.entries()) {
    const run = runs[at]
    if (run === undefined) throw new Error('a file without a run')
    const own = {
      ...run,
      judges: run.judges && !pass.needsSecondPass,
      writes: run.writes && !pass.needsSecondPass,
    }
    const threads = threadsFor(opened.file, options)
    const end = await passOver(pass, compiled, { opened, run: own, threads }, ends)
    opened.checkUnchanged()
    if (end !== 'done') return end
  }
  return 'done'
}

/** What the first pass says of columns and ids; `null` where that is, or may be, a fault, for the normal reader to tell. */
function learnedFrom(pass: Pass, ready: Ready, runs: readonly FileRun[]) {
  const remarks: Diagnostic[] = []
  const all = countsOfAll(pass.looked.map(({ doubts }) => doubts))
  const codes = codesOfAll(
    watchedWords(ready.compiled.pack),
    pass.looked.map((looked) => looked.codes),
  )
  for (const [at, opened] of ready.files.entries()) {
    const looked = pass.looked[at]
    if (looked === undefined) throw new Error('a file that was not looked at')
    const found = findingsOf(opened, ready.compiled.pack, ready.assumptions, { ...looked, codes }, all)
    if (found.faults.length > 0) return null
    remarks.push(...opened.remarks, ...found.remarks)
  }
  const layouts = runs.map((run) => ({ layout: layoutFor(ready.compiled, run) }))
  if (idleAssumptions(layouts, ready.assumptions).length > 0) return null
  addMissingKeys(pass, ready.compiled, runs)
  const repeated = pass.ids.seal()
  if (repeated !== null && mayListPersons(ready.files, ready.compiled.pack, pass.ids.counts())) return null
  return { remarks, repeated, doubts: pass.looked.map(({ doubts }) => doubts.found(all)) }
}

/** As if there were a record with an id, while nothing has been read. */
const NOTHING_SEEN: LookedAt = {
  records: 1,
  withId: 1,
  broken: { count: 0, first: null },
  doubts: collectDoubts(),
  codes: new Map(),
}

function findingsOf(
  { file, first, beside }: OpenedByteFile,
  pack: Pack,
  assumptions: Assumptions,
  { doubts, codes, records, withId, broken }: LookedAt,
  all: ReadonlyMap<string, CellCounts>,
) {
  const seen = scanHeader(pack, file.file, file.headers, file.headerLine)
  const counts = { records, withId, broken }
  return checkColumns(pack, { ...seen, doubts: doubts.found(all), codes, counts, first, beside }, assumptions)
}

/** Joins what was found in rows with what is said of whole files, and reads again the records that are shown. */
function finish(
  { asOf }: FilesTask,
  { compiled, assumptions }: Ready,
  runs: readonly FileRun[],
  { log: found, fold, absent, ledger, engine, listed, shown }: Pass,
  targets: Targets<Report>,
  { remarks, looked }: { readonly remarks: readonly Diagnostic[]; readonly looked: readonly LookedAt[] },
): Exclude<FilesJudged, 'unwanted'> {
  const { pack } = compiled
  const layouts = new Map(runs.map((run) => [run.file, layoutFor(compiled, run)]))
  const layoutOf = (row: RowOf) => {
    const layout = layouts.get(row.file)
    if (layout === undefined) throw new Error(`a row of a file that was not read: ${row.file.file}`)
    return layout
  }
  const again = (row: RowOf) => readAgain(pack, layoutOf(row), row, asOf)
  const closed = ledger.close()
  const isSmall = closed.assessed <= SMALL
  fold.addCounted({ rows: isSmall ? shown.map(again) : [], listed: listed.map(again) })
  const log = createLog()
  for (const remark of remarks) log.add(remark)
  log.merge(withAnswers(found.kinds(), [...layouts.values()], looked))
  const assumed = assumedList(
    [...layouts.values()].map((layout) => layout.assumed),
    assumptions,
  )
  const end = { assumed, ledger: () => closed, rosters: () => [] }
  return { end, gathered: { log, fold, absent, engine, ...targets } }
}
