import { isDate } from '../../base/date.js'
import type { Diagnostic } from '../../base/diagnostic.js'
import { TPA_VERSION } from '../../base/shipped.js'
import { jsonText } from '../../base/tree/json-text.js'
import type { Pack } from '../../lang/pack.js'
import { packLabel } from '../../lang/pack.js'
import { packJson } from '../../report/assess/json.js'
import { diagnosticJson } from '../../report/diagnostics/json.js'
import { byImportance, diagnosticLines } from '../../report/diagnostics/text.js'
import { counted } from '../../report/text/numbers.js'
import { shownFile } from '../../report/text/shown-file.js'
import { hanging, printable } from '../../report/text/text-width.js'
import type { Change } from '../../testing/changes/change.js'
import { combinationsOf } from '../../testing/prove/combinations.js'
import { reviewPack } from '../../testing/prove/notes.js'
import { provePack } from '../../testing/prove/prove.js'
import { changesFromParent } from '../diff/parent.js'
import { loadRules, noPack, packsHere } from '../request/rules.js'
import { ExitCode } from '../terminal/exit-code.js'
import { say } from '../terminal/messages.js'
import { openOutput } from '../terminal/output.js'
import type { Terminal } from '../terminal/terminal.js'
import { seeHelp, usageFault } from '../terminal/usage.js'

export interface CheckRequest {
  readonly packs: readonly string[]
  readonly format: 'table' | 'json'
  /** Sources must have been checked on this day or later. */
  readonly staleAfter: string | null
  /** Whether notes are shown, not only counted. */
  readonly notes: boolean
  readonly quiet: boolean
}

/** What came of one pack: it did not load, or what the proofs found. */
interface Checked {
  /** As typed, or found. */
  readonly place: string
  readonly pack: Pack | null
  readonly diagnostics: readonly Diagnostic[]
  /** What it changes in the pack that it extends. */
  readonly changes: readonly Change[] | null
}

const CHECK_SCHEMA = 'tpa/check@1'

/** `tpa check`: loads packs and proves what can be proved; findings are the result, load errors stop a pack. */
export async function check(request: CheckRequest, terminal: Terminal): Promise<ExitCode> {
  if (request.staleAfter !== null && !isDate(request.staleAfter)) {
    const fault = usageFault(
      `--stale-after \`${request.staleAfter}\` is no date`,
      'write a day that exists as YYYY-MM-DD',
    )
    await say([seeHelp(fault, 'tpa check')], terminal.stderr)
    return ExitCode.CouldNotRun
  }
  const places = request.packs.length > 0 ? request.packs : packsHere()
  if (places.length === 0) {
    await say([noPack('check')], terminal.stderr)
    return ExitCode.CouldNotRun
  }
  const checked: Checked[] = []
  for (const place of places) checked.push(await checkPack(place, request.staleAfter))
  const output = await openOutput({ path: null, asked: 'stdout' })
  await output.write(request.format === 'json' ? jsonOf(checked) : tableOf(checked, request, terminal))
  await output.finish()
  if (request.format === 'table')
    await say(
      checked.flatMap((each) => (each.pack === null ? each.diagnostics : [])),
      terminal.stderr,
    )
  if (checked.some(({ pack }) => pack === null)) return ExitCode.CouldNotRun
  const failed = checked.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'error'))
  return failed ? ExitCode.Tripped : ExitCode.Ran
}

async function checkPack(place: string, staleAfter: string | null): Promise<Checked> {
  const rules = await loadRules(place)
  if ('faults' in rules) return { place, pack: null, diagnostics: rules.faults, changes: null }
  const { pack } = rules
  const combinations = combinationsOf(pack)
  const remarks = reviewPack(pack, combinations, { staleAfter })
  const diagnostics = [...provePack(pack, combinations), ...remarks]
  return { place, pack, diagnostics, changes: await changesFromParent(place, pack) }
}

function tableOf(checked: readonly Checked[], { quiet, notes }: CheckRequest, { stdout }: Terminal): string {
  const { paint, width } = stdout
  const lines: string[] = []
  for (const { place, pack, diagnostics, changes } of checked) {
    const isShown = ({ severity }: Diagnostic) =>
      severity === 'error' || (!quiet && (notes || severity !== 'note'))
    const shown = pack === null ? [] : diagnostics.filter(isShown)
    for (const each of byImportance(shown)) lines.push(...diagnosticLines(each, width, paint))
    lines.push(
      pack === null
        ? `${paint.red('✗')} ${place}: does not load`
        : verdictLine(place, pack, diagnostics, paint),
    )
    if (pack !== null && changes !== null && !quiet) lines.push(...parentLines(pack, changes, width))
  }
  return `${lines.join('\n')}\n`
}

/** What differs from the pack that it extends. */
function parentLines(pack: Pack, changes: readonly Change[], width: number): string[] {
  if (changes.length === 0) return [`  no change in meaning from ${pack.extends}`]
  const words = changes.flatMap((each) => hanging('    ', printable(each.words), width))
  return [`  ${counted(changes.length, 'change', 'changes')} from ${pack.extends}:`, ...words]
}

function verdictLine(
  place: string,
  pack: Pack,
  diagnostics: readonly Diagnostic[],
  paint: Terminal['stdout']['paint'],
): string {
  const rows = [...pack.decisions.tables.values()].reduce((sum, table) => sum + table.length, 0)
  const size = `${counted(pack.criteria.length, 'criterion', 'criteria')}, ${counted(rows, 'table row', 'table rows')}, ${counted(pack.properties.length, 'property', 'properties')}`
  const count = (wanted: string) => diagnostics.filter(({ severity }) => severity === wanted).length
  const [errors, warnings, notes] = [count('error'), count('warning'), count('note')]
  const found = [
    errors === 0 ? 'proved' : counted(errors, 'error', 'errors'),
    ...(warnings === 0 ? [] : [counted(warnings, 'warning', 'warnings')]),
    ...(notes === 0 ? [] : [`${counted(notes, 'note', 'notes')} (--notes)`]),
  ]
  const mark = errors > 0 ? paint.red('✗') : paint.green('✓')
  return `${mark} ${place}: ${packLabel(pack)}, ${size}: ${found.join(', ')}`
}

function jsonOf(checked: readonly Checked[]): string {
  const packs = checked.map(({ place, pack, diagnostics, changes }) => ({
    place: shownFile(place),
    pack: pack && packJson(pack),
    diagnostics: diagnostics.map(diagnosticJson),
    ...(changes === null ? {} : { extends: { pack: pack?.extends ?? null, changes: changesJson(changes) } }),
  }))
  return `${jsonText({ schema: CHECK_SCHEMA, tpa: TPA_VERSION, packs })}\n`
}

const changesJson = (changes: readonly Change[]) =>
  changes.map(({ id, kind, words, before, after }) => ({ id, kind, words, before, after }))
