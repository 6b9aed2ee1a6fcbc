import { isDate } from '../../base/date.js'
import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import type { Ledger } from '../../survey/records/ledger.js'
import type { Inputs } from '../terminal/inputs.js'
import { type Target, targetFaults } from '../terminal/target.js'
import { usageFault } from '../terminal/usage.js'
import { type PlannedReport, pathOf } from './report-targets.js'

/** What a gate can count of records. */
export const RECORD_LEDGER = [
  'read',
  'assessed',
  'rejected',
  'duplicates',
  'not_interviews',
  'blank_rows',
  'skipped_rows',
  'total_rows',
] as const satisfies readonly (keyof Ledger)[]

/** What a gate can count of records and of rows of members. */
export const LEDGER_NAMES: readonly string[] = [...RECORD_LEDGER, 'orphaned']

export const asOfFaults = (asOf: string | null): Diagnostic[] =>
  asOf === null || isDate(asOf) ? [] : [noDate('--as-of', asOf)]

export const noDate = (option: string, value: string): Diagnostic =>
  usageFault(say('usage.no-date', { option, value }), say('usage.no-date.help'))

export const stdinFaults = (files: readonly string[]): Diagnostic[] =>
  files.filter((file) => file === '-').length < 2
    ? []
    : [usageFault(say('usage.stdin'), say('usage.stdin.help'))]

/** An option that changes CSV where no CSV is written. */
export const noCsv = (option: string): Diagnostic =>
  usageFault(say('usage.no-csv', { option }), say('usage.no-csv.help'))

/** Where rejected rows go; checks that every output can be written. */
export function surveyTargets(
  { rejects: asked, excel }: { readonly rejects: string | null; readonly excel: boolean },
  inputs: Inputs,
  reports: readonly PlannedReport<string>[],
  faults: Diagnostic[],
): Target | null {
  const rejects = asked === null ? null : { path: pathOf(asked), asked: `--rejects ${asked}` }
  if (excel && rejects === null && reports.every(({ format }) => format !== 'csv'))
    faults.push(noCsv('--excel'))
  const targets = [...reports.map(({ target }) => target), ...(rejects === null ? [] : [rejects])]
  faults.push(...targetFaults(targets, inputs))
  return rejects
}
