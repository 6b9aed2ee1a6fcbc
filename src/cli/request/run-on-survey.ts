import type { Diagnostic } from '../../base/diagnostic.js'
import { recordNames } from '../../lang/labels.js'
import type { Pack } from '../../lang/pack.js'
import type { Mapping } from '../../survey/mapping/mapping.js'
import { openSurvey, type Survey } from '../../survey/survey.js'
import type { ExitCode } from '../terminal/exit-code.js'
import { type Inputs, lookUpInputs } from '../terminal/inputs.js'
import { refuse } from '../terminal/messages.js'
import { createProgress, type ProgressLine } from '../terminal/progress.js'
import { stdinOf } from '../terminal/standard.js'
import type { Terminal } from '../terminal/terminal.js'
import { mappingFor, type ReadingRequest } from './reading.js'
import { DEFAULT_RULES, loadRules } from './rules.js'

/** The request of every command that goes through survey files by one pack. */
export interface SurveyRequest extends ReadingRequest {
  readonly files: readonly string[]
  readonly rules: string | null
  /** Parameters held at one value. */
  readonly set: ReadonlyMap<string, string>
  readonly assume: ReadonlyMap<string, string>
  readonly quiet: boolean
}

/** A run whose request has been checked, before its files are opened. */
export interface SurveyStart<Request, Plan> {
  readonly request: Request
  readonly plan: Plan
  readonly pack: Pack
  readonly terminal: Terminal
  /** Everything that is read, so that nothing is written over it. */
  readonly inputs: Inputs
  readonly progress: ProgressLine
}

/** A run whose files are open. */
export interface SurveyRun<Request, Plan> extends SurveyStart<Request, Plan> {
  readonly survey: Survey
}

/** What a command adds to the opening of survey files. */
export interface SurveyCommand<Request, Plan> {
  /** `tpa assess` */
  readonly name: string
  /** Adds to the pack what the command asks of records beside their decision. */
  extend?(pack: Pack, rules: string): Promise<ExtendedPack>
  plan(
    pack: Pack,
    request: Request,
    inputs: Inputs,
  ): { readonly plan: Plan } | { readonly faults: readonly Diagnostic[] }
  /** Headers of the columns whose cells are copied. */
  keep(plan: Plan): readonly string[]
  /** Does the work in another way where it can, before the files are opened; `null` where it cannot. */
  direct?(run: SurveyStart<Request, Plan>): Promise<ExitCode | null>
  run(run: SurveyRun<Request, Plan>): Promise<ExitCode>
}

/** A pack that asks more, or why it cannot, and the files that it was read from. */
export type ExtendedPack = ({ readonly pack: Pack } | { readonly faults: readonly Diagnostic[] }) & {
  readonly files: readonly string[]
}

const NO_OTHER = { suites: [], baseline: null, record: null, repositories: [] }

/** Loads the pack, checks the request, opens the files, runs the command, and closes all; whatever cannot be done ends it with 2. */
export async function onSurvey<Request extends SurveyRequest, Plan>(
  request: Request,
  terminal: Terminal,
  command: SurveyCommand<Request, Plan>,
): Promise<ExitCode> {
  const rules = await loadFor(request, command)
  if ('faults' in rules) return refuse(rules.faults, terminal)
  const { pack, files: packs } = rules
  const { files: surveys, mapping } = request
  const inputs = await lookUpInputs({ surveys, mapping, packs, ...NO_OTHER })
  const planning = command.plan(pack, request, inputs)
  if ('faults' in planning) return refuse(planning.faults, terminal, command.name)
  const { plan } = planning
  const mapped = await mappingFor(pack, request)
  if ('faults' in mapped) return refuse(mapped.faults, terminal)
  const progress = createProgress(terminal.stderr, recordNames(pack), request.quiet)
  try {
    const start = { request, terminal, plan, pack, inputs, progress }
    const done = mapped.mapping === null ? await command.direct?.(start) : null
    return typeof done === 'number' ? done : await openAndRun(start, mapped.mapping, command)
  } finally {
    progress.clear()
  }
}

async function loadFor<Request extends SurveyRequest, Plan>(
  request: Request,
  { extend }: SurveyCommand<Request, Plan>,
): Promise<ExtendedPack> {
  const place = request.rules ?? DEFAULT_RULES
  const rules = await loadRules(place, request.set)
  if ('faults' in rules || extend === undefined) return rules
  const extended = await extend(rules.pack, place)
  return { ...extended, files: [...rules.files, ...extended.files] }
}

async function openAndRun<Request extends SurveyRequest, Plan>(
  start: SurveyStart<Request, Plan>,
  mapping: Mapping | null,
  command: SurveyCommand<Request, Plan>,
): Promise<ExitCode> {
  const { request, terminal, plan, pack, progress } = start
  const opening = await openSurvey({
    pack,
    files: request.files,
    mapping,
    reading: request.reading,
    assume: request.assume,
    keep: command.keep(plan),
    stdin: stdinOf(request.files),
    onProgress: (state) => progress.update(state),
  })
  if ('faults' in opening) {
    progress.clear()
    return refuse(opening.faults, terminal)
  }
  const { survey } = opening
  try {
    return await command.run({ ...start, survey })
  } finally {
    await survey.close()
  }
}
