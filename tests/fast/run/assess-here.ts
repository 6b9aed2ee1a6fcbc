import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../../../src/base/diagnostic.js'
import { planAssess } from '../../../src/cli/assess/plan.js'
import type { AssessRequest } from '../../../src/cli/assess/request.js'
import { assessAll, assessFiles } from '../../../src/cli/assess/run.js'
import { holdParameters } from '../../../src/cli/request/set-parameters.js'
import { lookUpInputs } from '../../../src/cli/terminal/inputs.js'
import { tellDiagnostics } from '../../../src/cli/terminal/messages.js'
import type { ProgressLine } from '../../../src/cli/terminal/progress.js'
import { openTerminal } from '../../../src/cli/terminal/terminal.js'
import type { ByteOptions } from '../../../src/fast/run/byte-options.js'
import { judgePlainFiles } from '../../../src/fast/run/passes.js'
import type { Pack } from '../../../src/lang/pack.js'
import { PLAIN_READING } from '../../../src/survey/files/data-file.js'
import { diagnosticOf } from '../../../src/survey/files/input.js'
import { openSurvey } from '../../../src/survey/survey.js'
import { withoutEngine } from '../../cli/engine.js'
import type { Run } from '../../cli/run.js'
import { hearHere } from '../../cli/run-here.js'

/** What is asked for beside the files; the rest as where nothing is said. */
export type Asked = Partial<AssessRequest> & Pick<AssessRequest, 'files'>

/** Everything that a run leaves behind, and who judged. */
export interface Assessed extends Run {
  readonly written: Readonly<Record<string, string>>
  /** Whether the bytes were judged to the end, or the normal reader had to. */
  readonly byBytes: boolean
  /** Records judged by the compiled pack; 0 where the ledger says nothing of it. */
  readonly compiled: number
  readonly interpreted: number
}

const NOTHING_ASKED = {
  ...{ rules: null, set: new Map(), assume: new Map(), quiet: false, reading: PLAIN_READING },
  ...{ mapping: null, preset: null, format: null, output: null, reports: [], rejects: null, by: null },
  ...{
    only: [],
    keep: [],
    raw: false,
    excel: false,
    long: false,
    isPublic: false,
    rulesPage: null,
    asOf: null,
    failOn: [],
  },
  ...{ allowRejects: false, findings: 'all' as const, threads: null },
} satisfies Partial<AssessRequest>

/** Told of each step of reading, with how many bytes are read: for tests that do something meanwhile. */
export type OnStep = (bytes: number) => void

/**
 * Does in a folder what `tpa assess` does by a pack: by the interpreter and the normal reader (`null`), or by bytes in chunks and threads
 * of its own. What was written goes again.
 */
export async function assessHere(
  folder: string,
  pack: Pack,
  asked: Asked,
  bytes: ByteOptions | null,
  onStep: OnStep = () => {},
): Promise<Assessed> {
  const request: AssessRequest = {
    ...NOTHING_ASKED,
    ...asked,
    engine: bytes === null ? 'interpret' : 'compiled',
  }
  const terminal = openTerminal('never')
  let byBytes = false
  const refuse = async (faults: readonly Diagnostic[]) => {
    await tellDiagnostics(faults, terminal.stderr)
    return 2
  }
  const run = await hearHere(folder, async () => {
    const held = request.set.size === 0 ? { pack } : holdParameters(pack, request.set)
    if ('faults' in held) return refuse(held.faults)
    const { files: surveys, mapping } = request
    const others = { packs: [], suites: [], baseline: null, record: null, repositories: [] }
    const inputs = await lookUpInputs({ surveys, mapping, ...others })
    const planning = planAssess(held.pack, request, inputs, null)
    if ('faults' in planning) return refuse(planning.faults)
    const { plan } = planning
    const progress: ProgressLine = { update: (state) => onStep(state.bytes), clear() {} }
    const start = { request, terminal, plan, pack: held.pack, inputs, progress }
    try {
      const code = bytes === null ? null : await assessFiles(start, (task) => judgePlainFiles(task, bytes))
      byBytes = code !== null
      if (code !== null) return code
      const { files, reading, assume } = request
      const opening = await openSurvey({
        ...{ pack: held.pack, files, mapping: null, reading, assume, keep: [], stdin: process.stdin },
        onProgress: (state) => progress.update(state),
      })
      if ('faults' in opening) return await refuse(opening.faults)
      return await assessAll({ ...start, survey: opening.survey })
    } catch (error) {
      const fault = diagnosticOf(error)
      if (fault === null) throw error
      return await refuse([fault])
    }
  })
  const [, compiled = '0', interpreted = '0'] =
    /compiled\s+(\d+),\s+interpreted\s+(\d+)/.exec(run.err + run.out) ?? []
  return {
    ...{ code: run.code, out: withoutEngine(run.out), err: withoutEngine(run.err), byBytes },
    ...{ compiled: Number(compiled), interpreted: Number(interpreted) },
    written: takeWritten(folder, request),
  }
}

function takeWritten(folder: string, { output, rejects, reports }: AssessRequest): Record<string, string> {
  const names = [output, rejects, ...reports.map((report) => report.replace(/^[a-z]+=/, ''))]
  const written: Record<string, string> = {}
  for (const name of names) {
    if (name === null || !existsSync(join(folder, name))) continue
    written[name] = withoutEngine(readFileSync(join(folder, name), 'utf8'))
    rmSync(join(folder, name))
  }
  return written
}

/** What two runs must have in common. */
const shown = ({ code, out, err, written }: Assessed): Record<string, string> => ({
  code: String(code),
  stdout: out,
  stderr: err,
  ...written,
})

/** Throws with the first line in which two runs differ. */
export function sameRun(expected: Assessed, found: Assessed, what: string): void {
  const [wanted, got] = [shown(expected), shown(found)]
  for (const name of new Set([...Object.keys(wanted), ...Object.keys(got)])) {
    if (wanted[name] === got[name]) continue
    const [a, b] = [wanted[name] ?? '(not there)', got[name] ?? '(not there)'].map((text) => text.split('\n'))
    const at = (a ?? []).findIndex((line, index) => line !== b?.[index])
    const line = at < 0 ? (a?.length ?? 0) : at
    throw new Error(
      `${what}: ${name}, line ${line + 1}\nfound    ${b?.[line]}\nexpected ${a?.[line]}\n(stderr found: ${found.err.slice(0, 1500)})\n(stderr expected: ${expected.err.slice(0, 1500)})`,
    )
  }
}
