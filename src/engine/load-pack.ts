import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DiagnosticCode } from '../base/codes.js'
import { ZERO } from '../base/decimal.js'
import { type Diagnostic, textPlace } from '../base/diagnostic.js'
import { makeSource, type Source } from '../base/source.js'
import type { Expression } from '../lang/expression.js'
import { extendedBy, type PackReading, readPack } from '../lang/load.js'
import type { Pack } from '../lang/pack.js'
import { createOpenEvaluation } from './evaluation.js'
import { rangeOf, truthOf } from './interpret.js'

export type LoadedPack = { readonly pack: Pack } | { readonly faults: readonly Diagnostic[] }

/** The packs that come with the program; the working folder plays no part. */
export const SHIPPED_PACKS = fileURLToPath(new URL('../../rules', import.meta.url))

export interface LoadOptions {
  /** Gives the text of a file, or `null` where there is none; the file system, where nothing else is said. */
  readonly read?: (file: string) => Promise<string | null>
  /** The id of the first expression, so that expressions of two packs can stand beside each other. */
  readonly firstId?: number
}

/** Loads the pack of a folder, or of a pack.yaml itself, with those it extends; a pack with any fault is no pack. */
export async function loadPack(
  path: string,
  { read = readText, firstId = 0 }: LoadOptions = {},
): Promise<LoadedPack> {
  const file = packFile(path)
  const text = await read(file)
  if (text === null) return { faults: [missing(path)] }
  const source = makeSource(file, text)
  const ancestors = await ancestorsOf(source, read)
  return 'faults' in ancestors
    ? ancestors
    : finish(readPack(source, { ancestors: ancestors.sources, firstId }))
}

const packFile = (path: string) => (/\.ya?ml$/.test(path) ? path : join(path, 'pack.yaml'))

const missing = (path: string): Diagnostic => ({
  code: 'pack-missing',
  severity: 'error',
  message: `no pack at \`${path}\``,
  help: 'name a folder with a pack.yaml, or a pack that comes with tpa',
  at: null,
})

/** Loads a pack that extends no other from the text of its pack.yaml; `file` is the name that diagnostics give it. */
export const loadPackText = (file: string, text: string): LoadedPack =>
  finish(readPack(makeSource(file, text)))

function finish(reading: PackReading): LoadedPack {
  if ('faults' in reading) return reading
  const faults = constantFaults(reading.pack)
  return faults.length > 0 ? { faults } : reading
}

/** The packs that a pack extends, nearest first: each stands beside it, or comes with the program. */
async function ancestorsOf(
  child: Source,
  read: NonNullable<LoadOptions['read']>,
): Promise<{ sources: Source[] } | { faults: Diagnostic[] }> {
  const sources: Source[] = []
  const seen = new Set([basename(dirname(child.file))])
  for (let source = child; ; ) {
    const parent = extendedBy(source)
    if (parent === null) return { sources }
    const refuse = (code: DiagnosticCode, message: string, help: string) => ({
      faults: [
        { code, severity: 'error', message, help, at: textPlace(source, parent.at) } satisfies Diagnostic,
      ],
    })
    if (seen.has(parent.id))
      return refuse('cycle', `\`${parent.id}\` extends itself`, 'let one of the packs stand alone')
    seen.add(parent.id)
    const found = await findPack(parent.id, source.file, read)
    if (found === null)
      return refuse(
        'pack-missing',
        `no pack \`${parent.id}\` to extend`,
        'it must stand beside this pack, or come with tpa',
      )
    sources.push(found)
    source = found
  }
}

async function findPack(
  id: string,
  beside: string,
  read: NonNullable<LoadOptions['read']>,
): Promise<Source | null> {
  if (!/^[a-z0-9][a-z0-9_-]*$/.test(id)) return null
  const file = join(dirname(beside), '..', id, 'pack.yaml')
  const text = await read(file)
  if (text !== null) return makeSource(file, text)
  const shipped = join(SHIPPED_PACKS, id, 'pack.yaml')
  const own = await readText(shipped)
  return own === null ? null : makeSource(shipped, own)
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
