import { z } from 'zod'
import {
  count,
  counts,
  fix,
  GAP_REASONS,
  inputs,
  ledgers,
  lines,
  pack,
  SEVERITIES,
  schemaOf,
  text,
  textOrNull,
  texts,
  tpa,
  valueOrGap,
} from './parts.js'

const share = (what: string) => z.number().min(0).max(1).nullable().describe(what)
const countOrNull = (what: string) => z.int().nonnegative().nullable().describe(what)

const kind = z.strictObject({
  code: text('a code of docs/diagnostics.md'),
  check: text('the check of the pack; left out if the code is not `check`').optional(),
  severity: SEVERITIES.describe('how serious it is'),
  file: textOrNull('the file; `null` if it is not about a file'),
  field: textOrNull('the column; `null` if it is about a row or a file'),
  count: count('how often it was found'),
  cells: countOrNull('cells that it is about, if one finding is about a whole column; else `null`'),
  of: countOrNull('rows or cells in all; `null` if it is about a file'),
  share: share('the part of `of` that is wrong, from 0 to 1; `null` if `of` is'),
  lines: lines('the lines of the first of them'),
  message: text('what is wrong with the first of them'),
  why: textOrNull('why; `null` if there is no more to say'),
  help: textOrNull('what to do; `null` if there is no advice'),
  fix: fix.describe('the advice as data; left out if it is not a flag or a line of a mapping').optional(),
})

const gapsOfColumn = z.partialRecord(
  GAP_REASONS,
  z.strictObject({ count: count('cells'), lines: lines('the lines of the first of them') }),
)

const column = z.strictObject({
  file: text('the file'),
  field: text('the header; several are joined by `|`'),
  fact: text('the fact that it says: `wage_income`, `members.age`, `members`'),
  of: z.enum(['records', 'members']).describe('what has the fact'),
  rows: count('records or members that were looked at'),
  filled: count('cells with a value that counts'),
  share: share('`filled` of `rows`, from 0 to 1; `null` if there is no row'),
  gaps: gapsOfColumn.describe('cells without a value that counts, by reason'),
})

const group = z.strictObject({
  value: valueOrGap
    .nullable()
    .describe('the value, or why there is none; `null` for what belongs to no group'),
  records: count('records with it'),
  affected: count('of these, records with a finding'),
  share: share('`affected` of `records`, from 0 to 1; `null` if there is no record'),
  findings: count('findings in them'),
  kinds: counts('the same by code or check'),
})

const summary = z.strictObject({
  records: count('records that were read'),
  affected: count('of these, records with a finding'),
  errors: count('findings of severity error'),
  warnings: count('findings of severity warning'),
  notes: count('findings of severity note'),
  codes: counts('findings by code'),
  checks: counts('findings of checks of the pack, by check'),
})

/** `tpa validate -f json`. */
export const validateSchema = () =>
  z
    .strictObject({
      schema: schemaOf('validate'),
      tpa,
      pack: pack.describe('the rules whose facts and checks count'),
      ...inputs,
      ...ledgers,
      assumed: texts('what would be taken for facts without a column: `risk=no`'),
      summary: summary.describe('everything counted'),
      findings: z.array(kind).describe('what is wrong, each kind once, the most serious first'),
      columns: z.array(column).describe('what the columns with facts hold'),
      absent: z
        .array(z.strictObject({ file: text('the file'), facts: texts('facts without a column in it') }))
        .describe('facts for which a file has no column'),
      by: z
        .strictObject({
          field: text('the field'),
          groups: z.array(group).describe('the records by its value'),
        })
        .nullable()
        .describe('the same by the field of `--by`; `null` without it'),
    })
    .describe('`tpa validate -f json`: what is wrong with the data. Every count is a total.')
