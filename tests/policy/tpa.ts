import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runHere } from '../cli/run-here.js'

/** What `tpa assess -f json` says of one record, as far as these tests look at it. */
export interface AssessedRecord {
  /** Its id, whatever the pack calls it. */
  readonly record: string
  readonly decision: string
  readonly possible: readonly string[]
  readonly reasons: readonly string[]
  readonly needs: readonly string[]
  readonly blocked: readonly string[]
  readonly assumed: readonly string[]
  readonly findings: readonly { readonly criterion: string; readonly verdict: string }[]
  readonly outputs: { readonly [name: string]: unknown }
  readonly facts: { readonly [name: string]: unknown }
  readonly as_of: string | null
}

export interface AssessResult {
  readonly records: readonly AssessedRecord[]
  readonly held: readonly { readonly household_id: string; readonly line: number; readonly agrees: boolean }[]
  readonly ledger: { readonly [name: string]: number }
  readonly rosters: readonly ({ readonly file: string } & { readonly [name: string]: unknown })[]
  readonly summary: {
    readonly decisions: { readonly [name: string]: number }
    readonly persons: { readonly [name: string]: number }
    readonly persons_unknown: number
    readonly assumed: readonly string[]
  }
  readonly diagnostics: readonly {
    readonly code: string
    readonly severity: string
    readonly message: string
    readonly repeats?: { readonly count: number; readonly lines: readonly number[] } | null
    readonly at?: { readonly line?: number | null; readonly field?: string | null } | null
  }[]
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** A file that holds what a test says, where it names `-` as its operand. */
function fileOf(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'tpa-policy-')), 'rows')
  writeFileSync(file, text)
  return file
}

/** `tpa assess … -f json` in the root of the repository, which has to end with exit code 0; these tests ask for rules, not for a process. */
export async function assess(args: readonly string[], input = ''): Promise<AssessResult> {
  const named = args.map((arg) => (arg === '-' ? fileOf(input) : arg))
  const { code, out, err } = await runHere(ROOT, ['assess', ...named, '-f', 'json'])
  if (code !== 0) throw new Error(`exit code ${code}\n${err}`)
  const { households, villages, counties, ...rest } = JSON.parse(out)
  const records: { [id: string]: unknown }[] = households ?? villages ?? counties
  return {
    ...rest,
    records: records.map((each) => ({
      ...(each as unknown as AssessedRecord),
      record: String(each.household_id ?? each.village_id ?? each.county_id),
    })),
  }
}

export type Cells = { readonly [column: string]: string }

/** CSV with the columns that any of the rows has; a row without one of them leaves it blank. */
export function csv(rows: readonly Cells[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => `${cells.join(',')}\n`)
    .join('')
}

/** The verdict of each criterion. */
export const verdicts = (record: AssessedRecord): { [criterion: string]: string } =>
  Object.fromEntries(record.findings.map(({ criterion, verdict }) => [criterion, verdict]))
