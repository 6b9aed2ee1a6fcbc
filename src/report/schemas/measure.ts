import { z } from 'zod'
import type { Cases, Counted } from '../../programme/measure/figure.js'
import type { Figure, FigureNote } from '../../programme/measure/figures.js'
import {
  count,
  diagnostic,
  inputs,
  ledgers,
  number,
  oneOf,
  pack,
  programme,
  schemaOf,
  text,
  texts,
  tpa,
  yesNo,
} from './parts.js'

const COUNTED = oneOf<Counted>({ persons: true, households: true })
const UNITS = oneOf<Figure['unit']>({ persons: true, households: true, ratio: true })
const CASES = oneOf<Cases>({ all: true, with_unknown_sizes: true, complete: true })
const NOTES = oneOf<FigureNote>({
  nobody_poor: true,
  no_records: true,
  open_income: true,
  open_line: true,
  open_size: true,
  one_unit_in_a_stratum: true,
  no_variance_seen: true,
  no_population: true,
  conflicting: true,
  hidden: true,
})

const end = (what: string) => z.number().nullable().describe(`${what}; \`null\` where that end is open`)
const error = (what: string) => z.number().nullable().describe(`${what}; \`null\` where it cannot be told`)

const countOrHidden = (what: string) =>
  z.int().nonnegative().nullable().describe(`${what}; \`null\` where a public result hides it`)

const group = {
  by: text('the facts of `--by`, joined by commas; empty for the whole'),
  group: text('the values of these facts; of a place its whole path; empty for the whole'),
}

const figure = z
  .strictObject({
    ...group,
    figure: text('the name of the figure, such as `proposed.poor`, `p0` or `m0`'),
    counted: COUNTED.describe('if it counts persons, or households as one each'),
    unit: UNITS.describe('what the number is of'),
    cases: CASES.describe(
      'the records that it is over: all (for persons those of known size), those of unknown size too, or only those without a gap',
    ),
    value: z
      .union([
        z.number(),
        z.strictObject({ min: end('the least that it can be'), max: end('the most that it can be') }),
      ])
      .describe('the figure; its two ends where unknown answers leave it open'),
    se: z
      .strictObject({
        min: error('standard error of the least'),
        max: error('standard error of the most'),
      })
      .describe('sampling errors; left out for a full count')
      .optional(),
    ci: z
      .strictObject({ low: error('its lower end'), high: error('its upper end') })
      .describe('an interval of 95% that covers both ends; left out for a full count')
      .optional(),
    psus: count('sampling units; left out for a full count').optional(),
    df: number('degrees of freedom; left out for a full count').optional(),
    households: countOrHidden('records of the group, without weights'),
    persons: countOrHidden('persons in those of known size, without weights'),
    notes: z
      .array(NOTES)
      .describe('why an end or an error is not there; left out where there is nothing to say')
      .optional(),
    lonely_strata: texts(
      'strata with one sampling unit, or with one household of several in a unit; left out where there is none',
    ).optional(),
  })
  .meta({ id: 'figure', description: 'a figure of the whole or of a group' })

const factValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.strictObject({ min: end('the least it can be'), max: end('the most it can be') }),
])

const area = z
  .strictObject({
    ...group,
    facts: z
      .record(z.string(), factValue)
      .describe('the facts that its pack was given; `null` where one is unknown'),
    decision: text('what its pack decides, or `verify`'),
    possible: texts('decisions that are still possible'),
    needs: texts('facts whose answers settle it'),
    to_pass: z
      .int()
      .nullable()
      .describe(
        'the fewest open households that settle it if none of them is in the book; `null` where nobody can tell',
      ),
    to_fail: z
      .int()
      .nullable()
      .describe('the fewest that settle it if all of them are; `null` where nobody can tell'),
    note: z
      .literal('no_population')
      .describe('the population has no row for it; left out where it has one')
      .optional(),
  })
  .meta({ id: 'area', description: 'a place that a pack of its own judges' })

/** `tpa measure -f json`. */
export const measureSchema = () =>
  z
    .strictObject({
      schema: schemaOf('measure'),
      tpa,
      pack: pack.describe('the pack that judged'),
      programme: programme.describe('the programme that says what the figures are'),
      ...inputs,
      by: texts('the sets of facts of `--by`, each joined by commas'),
      sample: yesNo('true for a sample, false for a full count'),
      least_cell: count(
        'the smallest count of households that a public result shows; left out of one that stays in the office',
      ).optional(),
      figures: z.array(figure).describe('every figure: of the whole, then group by group'),
      areas: z.array(area).describe('the judged places; left out without `--areas`').optional(),
      ...ledgers,
      assumed: texts('what was taken for facts without a column in any file: `risk=no`'),
      diagnostics: z.array(diagnostic).describe('what was found while reading and judging'),
    })
    .describe('`tpa measure -f json`: figures made of decisions, with what unknown answers leave open.')
