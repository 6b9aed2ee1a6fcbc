import { isDate } from '../../base/date.js'
import { TPA_VERSION } from '../../base/shipped.js'
import type { Pack } from '../../lang/pack.js'
import { CHECK_FORMATS, type CheckFormat } from '../../report/check/formats.js'
import { type CheckedPack, foundIn, loadFaults } from '../../report/check/result.js'
import { loadSuites, type TestCase } from '../../testing/cases/suite.js'
import { combinationsOfCases } from '../../testing/prove/case-combinations.js'
import { combinationsOf } from '../../testing/prove/combinations.js'
import { packNotes } from '../../testing/prove/notes.js'
import { provePack } from '../../testing/prove/prove.js'
import { changesFromParent } from '../request/parent-changes.js'
import { readerOf } from '../request/report-targets.js'
import { folderOf, loadRules, noPack, packsHere, type RulesReading } from '../request/rules.js'
import { noDate } from '../request/survey-plan.js'
import { ExitCode } from '../terminal/exit-code.js'
import { lookUpInputs } from '../terminal/inputs.js'
import { refuse, tellDiagnostics } from '../terminal/messages.js'
import { writeToStdout } from '../terminal/outputs.js'
import type { Terminal } from '../terminal/terminal.js'
import { checkProgramme } from './programme.js'

export interface CheckRequest {
  readonly packs: readonly string[]
  readonly format: CheckFormat
  /** Sources must have been checked, and values of parameters begin, on this day or later. */
  readonly staleAfter: string | null
  /** Whether notes are shown, not only counted. */
  readonly notes: boolean
  readonly quiet: boolean
}

/** `tpa check`: loads packs and proves what can be proved; findings are the result, load errors stop a pack. */
export async function check(request: CheckRequest, terminal: Terminal): Promise<ExitCode> {
  if (request.staleAfter !== null && !isDate(request.staleAfter)) {
    return refuse([noDate('--stale-after', request.staleAfter)], terminal, 'tpa check')
  }
  const places = request.packs.length > 0 ? request.packs : packsHere()
  if (places.length === 0) return refuse([noPack('check')], terminal)
  const report = await CHECK_FORMATS[request.format]()
  const checked: CheckedPack[] = []
  const packs: string[] = []
  for (const place of places) {
    const rules = await loadRules(place)
    packs.push(...rules.files)
    checked.push(await checkPack(place, rules, request.staleAfter))
  }
  const { paint, width } = terminal.stdout
  const { quiet, notes } = request
  const text = report(checked, { tpa: TPA_VERSION, width, paint, quiet, notes })
  await writeToStdout(
    text,
    readerOf(request.format, null, terminal),
    await lookUpInputs({ packs, ...NO_OTHER }),
  )
  if (request.format === 'table') await tellDiagnostics(checked.flatMap(loadFaults), terminal.stderr)
  if (checked.some((each) => loadFaults(each).length > 0)) return ExitCode.CouldNotRun
  const failed = checked.some((each) => foundIn(each).some(({ severity }) => severity === 'error'))
  return failed ? ExitCode.Tripped : ExitCode.Ran
}

const NO_OTHER = { surveys: [], mapping: null, suites: [], baseline: null, record: null, repositories: [] }

async function checkPack(
  place: string,
  rules: RulesReading,
  staleAfter: string | null,
): Promise<CheckedPack> {
  if ('faults' in rules)
    return { place, pack: null, diagnostics: rules.faults, changes: null, programme: null }
  const { pack } = rules
  const combinations = combinationsOf(pack, combinationsOfCases(pack, await casesBeside(place, pack)))
  const remarks = packNotes(pack, combinations, { staleAfter })
  const diagnostics = [...provePack(pack, combinations), ...remarks]
  const programme = await checkProgramme(place, pack)
  return { place, pack, diagnostics, changes: await changesFromParent(place, pack), programme }
}

/** The cases of a pack as far as they can be read; what is wrong with them is for `tpa test` to say. */
async function casesBeside(place: string, pack: Pack): Promise<readonly TestCase[]> {
  const { folder, shown } = folderOf(place)
  const suites = await loadSuites(pack, folder, shown)
  return 'cases' in suites ? suites.cases : []
}
