import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runHere } from '../../cli/run-here.js'
import type { ExportForm } from './export.js'
import { trueLines, type Village } from './village.js'

/** What a result says of a household, as far as the truth does. */
export interface Said {
  readonly decision: string
  readonly possible: readonly string[]
  readonly reasons: readonly string[]
  readonly income: unknown
  readonly size: unknown
  readonly members: unknown
  readonly village: unknown
  readonly suspects: unknown
}

export interface Told {
  readonly code: number
  /** By the id of the household. */
  readonly said: ReadonlyMap<string, Said>
  readonly err: string
}

interface Line {
  readonly household_id: string
  readonly decision: string
  readonly possible: readonly string[]
  readonly reasons: readonly string[]
  readonly suspects: unknown
  readonly outputs: { readonly net_income: unknown }
  readonly facts: Readonly<Record<string, unknown>> & { readonly members?: unknown }
}

const saidOf = ({ decision, possible, reasons, suspects, outputs, facts }: Line): Said => ({
  decision,
  possible,
  reasons,
  income: outputs.net_income,
  size: facts.household_size,
  members: Array.isArray(facts.members) ? facts.members.map(({ age, insured }) => ({ age, insured })) : null,
  village: facts.village,
  suspects,
})

async function assessed(folder: string, args: readonly string[]): Promise<Told> {
  const { code, out, err } = await runHere(folder, ['assess', ...args, '-f', 'ndjson', '--findings', 'none'])
  const lines = out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)
  return { code: code ?? -1, said: new Map(lines.map((line) => [line.household_id, saidOf(line)])), err }
}

/** What `assess` alone makes of files, with more arguments. */
export const byAssess = (files: Readonly<Record<string, Buffer>>, args: readonly string[]): Promise<Told> =>
  inFolder(files, (folder) => assessed(folder, [...Object.keys(files), ...args]))

async function inFolder<T>(
  files: Readonly<Record<string, string | Buffer>>,
  run: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'tpa-test-'))
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
    return await run(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What is decided of the truth itself. */
export const decidedOf = async (village: Village): Promise<ReadonlyMap<string, Said>> =>
  inFolder({ 'truth.ndjson': trueLines(village) }, async (folder) => {
    const { said } = await assessed(folder, ['truth.ndjson'])
    return said
  })

/** How a clerk comes from a raw export to decisions: by the preset of the tool, or by what `inspect` proposes. */
export type Way = 'preset' | 'inspect'

export const waysOf = (form: ExportForm): Way[] =>
  presetOf(form) === null ? ['inspect'] : ['inspect', 'preset']

const presetOf = ({ preset, readBy }: ExportForm): string | null => readBy ?? preset

export interface Clerk {
  readonly told: Told
  /** What `inspect` said and proposed; empty on the way of the preset. */
  readonly proposed: string
}

/** Two commands at most; `flags` are said to each of them. */
export const byClerk = (
  files: Readonly<Record<string, Buffer>>,
  form: ExportForm,
  way: Way,
  flags: readonly string[] = [],
): Promise<Clerk> =>
  inFolder(files, async (folder) => {
    const operands = Object.keys(files)
    if (way === 'preset')
      return {
        told: await assessed(folder, [...operands, '--preset', presetOf(form) ?? '', ...flags]),
        proposed: '',
      }
    const { code, out, err } = await runHere(folder, ['inspect', ...operands, '--write', 'm.yaml', ...flags])
    const proposed = `${out}${err}`
    if (code !== 0) return { told: { code: code ?? -1, said: new Map(), err }, proposed }
    const mapping = readFileSync(join(folder, 'm.yaml'), 'utf8')
    return { told: await assessed(folder, [...operands, '-m', 'm.yaml']), proposed: proposed + mapping }
  })
