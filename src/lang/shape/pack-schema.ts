import { z } from 'zod'
import {
  bounds,
  citation,
  date,
  describedColumn,
  type evidence,
  expression,
  factBounds,
  id,
  labels,
  name,
  note,
  optionalCitation,
  step,
  text,
  texts,
  titled,
  unit,
} from './schema-parts.js'

export { DATE_FORM } from './schema-parts.js'

export const fact = z.strictObject({
  type: z
    .enum(['money', 'number', 'count', 'yes_no', 'code', 'date', 'text'])
    .describe('what a cell holds; a count is a whole number'),
  unit: unit.optional(),
  ...factBounds,
  step: step.describe('the smallest difference that matters to proofs and turning points').optional(),
  codes: z
    .record(
      text,
      z.union(
        [
          text,
          z.strictObject({
            title: text.describe('what the code means'),
            aliases: texts.describe('further cells that are read as the code').optional(),
          }),
        ],
        {
          error: 'a text or a mapping of `title` and `aliases`',
        },
      ),
    )
    .describe('each code with its meaning, in order')
    .optional(),
  assume: z
    .union([text, z.number()], { error: 'a value' })
    .describe('the value taken where the file has no such column at all')
    .optional(),
  near: texts
    .describe(
      'words in a header that speak of the fact: where one stands, nothing is assumed; unlike an alias it reads no column',
    )
    .optional(),
  personal: z
    .boolean()
    .describe('true for names, numbers, phones: never an input of a rule, printed as …')
    .optional(),
  completed_years_since: name
    .describe('a date fact of the member; the value is also the completed years since')
    .optional(),
  ...describedColumn,
})

const parameter = z.strictObject({
  title: text.describe('what the number is, for people'),
  labels,
  unit,
  ...bounds,
  note,
  values: z
    .array(
      z.strictObject({
        from: date.describe('the first day on which the value is in force'),
        to: date.describe('the last day on which the value is in force').optional(),
        value: z.number().describe('plain digits, such as 4000 or 0.02'),
        ...citation,
      }),
    )
    .min(1, 'a parameter needs at least one value')
    .describe('the values by date; in force is the one with the latest `from`'),
})

const derived = z.strictObject({
  type: z
    .enum(['money', 'number', 'count', 'yes_no'], { error: 'a derived value is a number or a yes/no' })
    .describe('number where a unit is given and yes_no where none is, unless another is said')
    .optional(),
  unit: unit.optional(),
  ...bounds,
  step: step.describe('the smallest difference that matters to proofs and turning points').optional(),
  ...describedColumn,
  sources: z
    .array(
      z.union([text, z.number(), z.strictObject({ of: expression, within: expression })], {
        error: 'an expression, `given` or a mapping of `of` and `within`',
      }),
    )
    .min(1, 'a derived value needs at least one source')
    .describe('ways to one value: given (the column), an expression, or { of, within } for a rounded figure'),
})

const criterion = z.strictObject({
  id: name.describe('the name of the criterion in tables and results'),
  pillar: id.describe('the id of one of the pillars'),
  title: text.describe('what is demanded, as a sentence that is true when it is met'),
  labels,
  reason: text.describe('why it is unmet, in a few words'),
  reason_labels: labels,
  met: expression.describe('a yes/no: yes where the criterion is met'),
  applies_if: expression.describe('a yes/no: no where the criterion does not apply').optional(),
  since: date.describe('the criterion does not apply before this day').optional(),
  advisory: z.boolean().describe('true for what is reported and never decides').optional(),
  ...citation,
})

const row = z.strictObject({
  when: text.describe('any unmet of [a, b], or all met of [a, b]').optional(),
  then: name.describe('the outcome').optional(),
  otherwise: name.describe('the outcome of all that no row above has decided; the last row').optional(),
  ...optionalCitation,
})

const check = z.strictObject({
  id: id.describe('the name of the check'),
  when: expression.describe('a yes/no: the check fires where it is yes'),
  unless: expression.describe('a yes/no: the check is silent where it is yes').optional(),
  severity: z.enum(['error', 'warning', 'note']),
  message: text.describe('what is said of the record'),
  labels,
  gap: z
    .union([text, texts.min(1, '`gap` names one fact at least')], { error: 'a fact or a list of facts' })
    .describe('what counts as unknown where the check fires: a fact, members, or members.FACT')
    .optional(),
})

const record = z.strictObject({
  name: name.describe('what is judged, in the singular; also the name of its group of facts'),
  plural: name.describe('the same in the plural; without it the name and s').optional(),
  labels,
  id: name.describe('the text fact that tells records apart'),
  date: name.describe('the date fact by which a record is judged').optional(),
  size: name.describe('the number of persons of a record').optional(),
  places: z.array(name).describe('text or code facts from the largest place to the smallest').optional(),
})

export const source = z.strictObject({
  title: text.describe('what the document is called'),
  labels,
  publisher: text.describe('who published it').optional(),
  date: z
    .union([text, z.number()], { error: 'a year, month or day' })
    .describe('a year, month or day')
    .optional(),
  checked: date.describe('the day on which somebody last looked it up').optional(),
  url: text
    .regex(/^https?:\/\//, 'an address begins with https:// or http://')
    .describe('where it can be read')
    .optional(),
  note,
})

const output = z.strictObject({
  of: expression.describe('the figure to report'),
  per: expression.describe('a divisor that is always above 0').optional(),
  step: step.describe('what the figure is rounded to; 0.01 unless said').optional(),
})

const property = z.strictObject({
  id: id.describe('the name of the promise'),
  order: z
    .array(name)
    .min(2, 'an order needs two outcomes or more')
    .describe('outcomes from the least help to the most'),
})

/** The shape of a pack.yaml. Names, types and units are checked afterwards. */
export const packSchema = z.strictObject({
  language: z
    .literal(1, {
      error: 'this tpa reads version 1 of the language; a pack of a later version needs a later tpa',
    })
    .describe('the version of the rule language: 1'),
  pack: id.describe('the id of the pack'),
  title: text.describe('the name of the pack, for people'),
  labels,
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, 'a version is three numbers, such as 1.0.0')
    .describe('three numbers, such as 1.0.0'),
  extends: id.describe('the id of the pack that this one changes in parts').optional(),
  as_of: date.describe('the date taken for records that bring none').optional(),
  allow_unverified: z
    .boolean()
    .describe('true lets values and criteria of evidence unverified stand')
    .optional(),
  note,
  record: record.describe('what is judged'),
  sources: z.record(id, source).describe('what is cited, by id'),
  units: z
    .array(
      z
        .string()
        .regex(/^\p{L}[\p{L}\p{N}_]*$/u, 'a base unit is one word of letters, digits and `_`')
        .max(30, 'a base unit has at most 30 characters'),
    )
    .describe('base units beyond the built-in ones')
    .optional(),
  pillars: z.record(id, titled).describe('id and title of each group of criteria, in the order of reports'),
  parameters: z
    .record(name, parameter)
    .describe('the numbers of the policy, dated, with unit and source')
    .optional(),
  facts: z
    .record(name, z.record(name, fact))
    .describe('a group named after the record, and optionally `member` for the rows of its roster'),
  derived: z.record(name, derived).describe('values worked out in one or several ways').optional(),
  criteria: z
    .array(criterion)
    .min(1, 'a pack needs at least one criterion')
    .describe('what the standard demands, in the order of reports'),
  outcomes: z
    .record(name, titled)
    .describe('a title for each outcome of the tables, in the order of reports')
    .optional(),
  decisions: z
    .object({ by: name.describe('the code fact that chooses the table').optional() })
    .catchall(z.array(row).min(1, 'a table needs at least one row').describe('rows, read from the top'))
    .describe('`by:` a code fact and a table for each of its codes, or one table under `table:`'),
  checks: z.array(check).describe('what looks wrong in a record; never changes a value').optional(),
  outputs: z.record(name, output).describe('figures to report').optional(),
  properties: z.array(property).describe('promises that `tpa check` proves').optional(),
})

export type RawPack = z.infer<typeof packSchema>
export type RawTitle = z.infer<typeof titled>
export type RawFact = z.infer<typeof fact>
export type RawDerived = z.infer<typeof derived>
export type RawParameter = z.infer<typeof parameter>
export type RawTableRow = z.infer<typeof row>
export type RawCitation = {
  source?: string | undefined
  evidence?: z.infer<typeof evidence> | undefined
  quote?: string | undefined
  note?: string | undefined
}
