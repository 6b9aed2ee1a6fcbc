import { z } from 'zod'
import type { AsOfSource } from '../../engine/assessment.js'
import type { Evidence } from '../../lang/pack.js'
import type { FindingsShown } from '../assess/report.js'
import {
  caseId,
  count,
  dayOrNull,
  GAP_REASONS,
  gap,
  line,
  numberOrRange,
  oneOf,
  text,
  textOrNull,
  texts,
  VERDICTS,
  type Words,
  yesNo,
} from './parts.js'

const seen = z.union([z.number(), z.boolean(), z.string(), numberOrRange, gap, z.array(z.string())])

const reason = z
  .strictObject({
    expression: text('the comparison as the pack has it, with the numbers of members'),
    observed: seen.describe('what was seen: a value, a range, a gap, or the codes still possible'),
    threshold: seen
      .nullable()
      .describe('what it is compared with; `null` if the expression is itself a yes/no'),
    margin: z
      .number()
      .nullable()
      .describe('`observed` minus `threshold`; `null` if they are not both numbers'),
    unit: textOrNull('the unit of the numbers; `null` if they have none'),
    effective_from: dayOrNull(
      'the day since which the parameter in the threshold has its value; `null` if there is none',
    ),
    gap: GAP_REASONS.nullable().describe('why it is open; `null` if it is not'),
    gap_field: textOrNull('the columns of that gap, joined by `|`; `null` if it is in no column'),
    at: z
      .strictObject({
        file: text('the file'),
        line: line('the line, from 1'),
        field: text('the columns, joined by `|`'),
      })
      .nullable()
      .describe('the cells that were read, or that are missing; `null` if there is none'),
  })
  .meta({ id: 'reason', description: 'a comparison behind a verdict' })

export const finding = z
  .strictObject({
    criterion: text('the criterion'),
    verdict: VERDICTS.describe('its verdict; `unknown` while several are possible'),
    advisory: yesNo('true if it is only reported and never decides'),
    because: z.array(reason).describe('the comparisons that decided it, or that keep it open'),
    source: z
      .strictObject({
        id: text('the source in the pack'),
        title: text('its title'),
        evidence: oneOf<Evidence>({
          verified: true,
          weak: true,
          arithmetic: true,
          unverified: true,
        }).describe('how well it supports the criterion'),
        quote: textOrNull('its words; `null` if the pack has none'),
        note: textOrNull('a remark of the pack; `null` if there is none'),
      })
      .describe('where the criterion comes from'),
    message: text('one sentence for a person'),
  })
  .meta({ id: 'finding', description: 'a criterion with its verdict and the comparisons behind it' })

const fact = z.union([numberOrRange, z.boolean(), z.string(), gap])
const member = z.record(z.string(), fact)

const suspect = z
  .union([
    z.strictObject({
      fact: text('the fact'),
      check: text('the check of the pack that takes it away'),
      message: text('what the check says'),
    }),
    z.strictObject({
      fact: text('the fact'),
      by: z.literal('column').describe('only the whole column shows it'),
      cells: count('filled cells of the column that hold the same'),
      of: count('filled cells of the column, in all files of the run'),
    }),
  ])
  .meta({ id: 'suspect', description: 'a fact that does not count although its cell is filled' })

const SHOWN = oneOf<Exclude<FindingsShown, 'all'>>({ unmet: true, none: true })
const AS_OF_FROM = oneOf<AsOfSource>({ option: true, record: true, pack: true })

const decided = {
  decision: text('the outcome, or `verify` if the evidence is not enough'),
  possible: texts('outcomes that are still possible; empty if it is decided'),
  reasons: texts('criteria that are not met and decided'),
  needs: texts(
    'facts whose answers settle the decision, those of members as `members[2].age`; rows count from 1',
  ),
  blocked: texts(
    'what no answer settles: values in conflict, parameters without a value on the day, figures that are known only rounded',
  ),
  assumed: texts('what was taken for facts without a column: `risk=no`'),
  suspects: z
    .array(suspect)
    .describe('facts that do not count although a cell is filled, each with the reason'),
  ask: texts(
    "what to ask for so that the record has a day to be judged on: the name of the pack's date, or nothing",
  ),
  findings: z
    .array(finding)
    .describe('each criterion with its verdict, the comparisons behind it, its source and a sentence'),
  findings_shown: SHOWN.describe(
    'which findings are listed if `--findings` leaves some out; left out if all are listed',
  ).optional(),
  outputs: z
    .record(z.string(), numberOrRange)
    .describe('figures of the pack, such as income per head; a range if the figure is open'),
}

const read = {
  facts: z
    .record(z.string(), z.union([fact, z.array(member)]))
    .describe(
      'what was read of each fact; a range is `{"min": 55, "max": 63}`; one without a value says why: `{"gap": "blank"}`. Personal ones are `…`; `members` is the list of members',
    ),
  maybe_members: z
    .strictObject({
      count: numberOrRange.describe('how many members there are, counted with them'),
      rows: z.array(member).describe('what was read of each, numbered after the members'),
    })
    .describe('rows of members with so few answers that they may not be persons; left out if there is none')
    .optional(),
  counted_by: z
    .array(
      z.strictObject({
        member: line('the number of the member, from 1'),
        column: text('the only column that shows that there is a member'),
      }),
    )
    .describe(
      'for members that are columns of one row: the column that shows that there is a member, though it answers no fact; left out if there is none',
    )
    .optional(),
  as_of: dayOrNull('the day on which the record is judged; `null` if it has none'),
  as_of_from: AS_OF_FROM.describe(
    'where that day comes from: `option` (`--as-of`), `record` (its own date), `pack`',
  ),
  file: text('the file that has the record'),
  line: line('the line on which it starts, from 1'),
}

/** The members of a judged record, with the columns that `--keep` copied. */
export const recordMembers = ({ id }: Words, keep: readonly string[] = []) => ({
  [id]: text('the id of the record, as the file has it'),
  ...decided,
  ...read,
  ...Object.fromEntries(keep.map((header) => [header, text('a copied cell')])),
  id: caseId(
    'the same for the same case in any file: a hash of 16 digits over its id, its facts, the pack and the day',
  ),
})

/** A judged record. */
export const recordSchema = (words: Words) =>
  z.strictObject(recordMembers(words)).meta({ id: 'record', description: 'a judged record' })
