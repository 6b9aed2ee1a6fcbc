import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { DiagnosticCode } from '../base/codes.js'
import { ZERO } from '../base/decimal.js'
import { type Diagnostic, textPlace } from '../base/diagnostic.js'
import { makeSource } from '../base/source.js'
import type { Expression } from '../lang/expression.js'
import { readPack } from '../lang/load.js'
import type { Pack } from '../lang/pack.js'
import { createOpenEvaluation } from './evaluation.js'
import { rangeOf, truthOf } from './interpret.js'

export type LoadedPack = { readonly pack: Pack } | { readonly faults: readonly Diagnostic[] }

/** Loads the pack of a folder, or of a pack.yaml itself; a pack with any fault is no pack. */
export async function loadPack(path: string): Promise<LoadedPack> {
  const file = path.endsWith('.yaml') || path.endsWith('.yml') ? path : join(path, 'pack.yaml')
  const text = await readText(file)
  if (text === null) {
    const message = `no pack at \`${path}\``
    return {
      faults: [
        {
          code: 'pack-missing',
          severity: 'error',
          message,
          help: 'name a folder with a pack.yaml, or a pack that comes with tpa',
          at: null,
        },
      ],
    }
  }
  return loadPackText(file, text)
}

/** Loads a pack from the text of its pack.yaml; `file` is the name that diagnostics give it. */
export function loadPackText(file: string, text: string): LoadedPack {
  const reading = readPack(makeSource(file, text))
  if ('faults' in reading) return reading
  const faults = constantFaults(reading.pack)
  return faults.length > 0 ? { faults } : reading
}

async function readText(file: string): Promise<string | null> {
  const found = await stat(file).catch(() => null)
  return found?.isFile() ? (await readFile(file, 'utf8')).replace(/^\uFEFF/, '') : null
}

/** Reports criteria and checks that say the same of everybody, tolerances below 0 and divisors that can be 0 or less. */
function constantFaults(pack: Pack): Diagnostic[] {
  const open = createOpenEvaluation(pack)
  const faults: Diagnostic[] = []
  const report = (code: DiagnosticCode, e: Expression, message: string, why: string) => {
    const span = pack.tables.spans.get(e.id) ?? { start: 0, end: 1 }
    faults.push({ code, severity: 'error', message, why, at: textPlace(pack.tables.source, span) })
  }
  const refuseConstant = (e: Expression, what: string) => {
    const truth = truthOf(open, e)
    if (truth !== 'open')
      report('constant', e, `${what} is always ${truth}`, 'no value that its facts can have changes it')
  }
  for (const criterion of pack.criteria) {
    refuseConstant(criterion.met, `\`met\` of \`${criterion.id}\``)
    if (criterion.appliesIf !== null)
      refuseConstant(criterion.appliesIf, `\`applies_if\` of \`${criterion.id}\``)
  }
  for (const check of pack.checks) refuseConstant(check.when, `\`when\` of check \`${check.id}\``)
  for (const derived of pack.derived.values()) {
    for (const source of derived.sources) {
      if (source.kind !== 'rounded') continue
      const { lo } = rangeOf(open, source.within)
      if (lo === null || lo.lt(ZERO))
        report(
          'negative-tolerance',
          source.within,
          'this tolerance can be negative',
          'a rounded figure is at most as far from the true one as its tolerance',
        )
    }
  }
  for (const output of pack.outputs) {
    if (output.per === null) continue
    const { lo } = rangeOf(open, output.per)
    if (lo === null || lo.lte(ZERO))
      report('bad-number', output.per, 'this divisor can be 0 or less', 'declare a `min` above 0 for it')
  }
  return faults
}
