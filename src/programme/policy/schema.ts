import { z } from 'zod'
import { fact, source } from '../../lang/shape/pack-schema.js'
import {
  citation,
  date,
  expression,
  id,
  labels,
  name,
  note,
  optionalCitation,
  text,
} from '../../lang/shape/schema-parts.js'
import { count, fraction, procedure, step, title } from './schema-procedures.js'

const SHARE = 'a share is written with a percent sign, such as 2%'

const share = z
  .string({ error: SHARE })
  .regex(/^\d{1,3}(\.\d{1,4})?%$/, SHARE)
  .describe('a share with its percent sign, such as 2%')

const citedTitle = { title, labels, ...citation }

const book = z.strictObject({
  id: name.describe('the name of the book in results'),
  title,
  labels,
  outcomes: z
    .array(name)
    .min(1, 'a book needs an outcome')
    .describe('the decisions that propose a household for this book'),
  in_force: name.describe('the code of the selector that puts a household into this book').optional(),
  watched: z.boolean().describe('true for the book of households that are watched').optional(),
  ...optionalCitation,
})

const line = z.strictObject({
  id: id.describe('the name of the line in results'),
  title,
  labels,
  income: name.describe('the income or consumption of the record in a year'),
  per: name.describe('the number of persons that share it'),
  line: expression.describe('what a person needs in a year; poor is strictly below'),
  ...optionalCitation,
})

const mark = z.strictObject({
  id: id.describe('the name of the mark'),
  title,
  labels,
  when: expression.describe('a yes/no: yes where the household bears the mark'),
  ...citation,
})

const assistance = z.strictObject({
  id: name.describe('the name of the assistance in files'),
  title,
  labels,
  method: name.describe('the method that it belongs to').optional(),
  ...citation,
})

const need = z.strictObject({
  id: id.describe('the name of the need'),
  title,
  labels,
  cause: text.describe('a code of the cause facts').optional(),
  unmet: name.describe('a criterion').optional(),
  when: expression.describe('a yes/no').optional(),
  any_of: z
    .array(name)
    .min(1, '`any_of` names one kind of assistance at least')
    .describe('assistance that answers the need; one kind is enough'),
  ...citation,
})

const area = z.strictObject({
  by: name.describe('the place that is judged'),
  title,
  labels,
  pack: id.describe('the pack that judges it'),
  fact: name.describe('the fact of that pack that takes the number of persons in the book'),
  book: name.describe('the book whose persons are counted'),
  size: name.describe('the fact of that pack that takes the number of all persons'),
  region: name.describe('the fact of that pack that takes the region').optional(),
})

const region = z.strictObject({
  title,
  labels,
  provinces: z
    .array(z.array(text).min(1, 'a province has one name at least'))
    .min(1, 'a region has one province at least')
    .describe('the names of each province'),
  ...optionalCitation,
})

const oneLimit = {
  from: date.describe('the first day on which it is in force').optional(),
  ...optionalCitation,
}
const atMost = z.union([share, z.record(name, share)], { error: 'a share, or a share for each region' })
const mostLimit = z.strictObject({
  at_most: atMost.describe('passes up to and with this share, such as 2%'),
  ...oneLimit,
})
const leastLimit = z.strictObject({
  at_least: share.describe('passes from this share on, such as 90%'),
  ...oneLimit,
})
const dated = <T extends z.ZodType>(limit: T) =>
  z.union([limit, z.array(limit)], { error: 'a limit, or a list of dated limits' })

const privacy = z.strictObject({
  least_cell: count.describe('the smallest number of households that a public table shows'),
  notice: z
    .strictObject({
      show: z.array(name).describe('columns that a notice shows'),
      mask: z.array(name).describe('facts that a notice shows with only their first and last character'),
      never: z.array(name).describe('facts that no notice shows'),
      objections_to: z
        .record(z.enum(['en', 'zh']), text)
        .describe('where to object, by language')
        .optional(),
    })
    .describe('what a list that hangs in public may show')
    .optional(),
  ...optionalCitation,
})

/** The shape of a programme.yaml. Names, expressions and sums are checked afterwards. */
export const programmeSchema = z.strictObject({
  programme: z
    .literal(1, { error: 'this tpa reads version 1 of the form; a later one needs a later tpa' })
    .describe('the version of this form: 1'),
  id: id.describe('the id of the programme'),
  title: text.describe('the name of the programme, for people'),
  labels,
  judges: id.describe('the pack whose decisions it carries out'),
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, 'a version is three numbers, such as 1.0.0')
    .describe('three numbers, such as 1.0.0'),
  note,
  sources: z.record(id, source).describe('what is cited beside the sources of the pack, by id').optional(),
  facts: z
    .record(name, z.record(name, fact))
    .describe('further facts, read from the same rows; no rule sees them')
    .optional(),
  places: z
    .array(name)
    .describe('places from the largest to the smallest; those of the pack unless said')
    .optional(),
  books: z.array(book).min(1, 'a programme needs a book').describe('where each decision puts a household'),
  lines: z.array(line).describe('poverty lines that figures are given for').optional(),
  key: z.array(mark).describe('marks of key households').optional(),
  steps: z.record(name, step).describe('the steps of procedures').optional(),
  procedures: z.record(name, procedure).describe('how a decision comes into force').optional(),
  methods: z.record(name, z.strictObject(citedTitle)).describe('the methods of assistance').optional(),
  assistance: z.array(assistance).describe('kinds of assistance').optional(),
  causes: z.array(name).describe('facts that hold a cause of poverty, the main one first').optional(),
  needs: z.array(need).describe('what a household needs, and what answers it').optional(),
  visits: z
    .strictObject({
      every_days: count.min(1, 'a day at least').describe('at most so many days from one visit to the next'),
      books: z.array(name).min(1, 'a book at least').describe('the books whose households are visited'),
      ...citation,
    })
    .describe('how often somebody visits')
    .optional(),
  areas: z.array(area).describe('places that leave the list by the share of their poor').optional(),
  regions: z.record(name, region).describe('regions by their provinces').optional(),
  evaluation: z
    .strictObject({
      missed: dated(mostLimit)
        .describe('persons in no register whom the standard registers, of all in no register')
        .optional(),
      wrong_exit: dated(mostLimit)
        .describe('persons who left the register and whom the standard registers, of all who left')
        .optional(),
      combined: dated(mostLimit)
        .describe('those still registered, missed or wrongly removed, of all rural persons')
        .optional(),
      acceptance: dated(leastLimit)
        .describe('households that are content with the work, of those that answered')
        .optional(),
      poor_if: z
        .array(name)
        .min(1, 'a criterion at least')
        .describe('a household is poor where one of these is unmet')
        .optional(),
    })
    .describe('limits of an assessment')
    .optional(),
  index: z
    .strictObject({
      title: title.optional(),
      labels,
      weights: z.record(name, fraction).describe('the weight of each criterion; they add up to 1'),
      cutoff: fraction.describe('the weighted share from which a household is poor'),
      ...citation,
    })
    .describe('a multidimensional index')
    .optional(),
  income_floor: z
    .number()
    .describe('incomes below count as this in gaps of income, beside the figures without it')
    .optional(),
  sizes: z
    .strictObject({ most: count.min(1, 'a person at least').describe('its number of persons'), ...citation })
    .describe('the largest household that is thought possible')
    .optional(),
  privacy: privacy.describe('what results for the public may show').optional(),
})

export type RawProgramme = z.infer<typeof programmeSchema>
