import { z } from 'zod'
import { citation, expression, labels, name, optionalCitation, text } from '../../lang/shape/schema-parts.js'

export const fraction = z
  .union(
    [
      z.string().regex(/^\d{1,6}(\/\d{1,6})?$/, 'a fraction is two whole numbers, such as 2/3'),
      z.number().int().min(0),
    ],
    {
      error: 'a fraction, such as 2/3',
    },
  )
  .describe('a fraction of whole numbers, such as 2/3')

/** What an entry is called. */
export const title = text.describe('what people call it')

export const count = z.number().int('a whole number').min(0, 'a number of 0 or more')

export const step = z.strictObject({
  title,
  labels,
  level: z.enum(['household', 'village', 'township', 'county']).describe('who does the step'),
  quorum: fraction.describe('the share of members that must be present').optional(),
  majority: fraction.describe('the share of those present that votes in favour must exceed').optional(),
  days: count.describe('how many days a list hangs').optional(),
  within: z
    .string()
    .regex(/^\d{1,4} days$/, 'written as 30 days')
    .describe('how many days the step may take, such as 30 days')
    .optional(),
  ...optionalCitation,
})

const stepOverride = z.strictObject({
  step: name.describe('the step'),
  level: step.shape.level.optional(),
  quorum: step.shape.quorum,
  majority: step.shape.majority,
  days: step.shape.days,
  within: step.shape.within,
  ...optionalCitation,
})

export const procedure = z.strictObject({
  title,
  labels,
  for: z
    .array(name)
    .min(1, 'a procedure is for one outcome at least')
    .describe('the decisions that it carries out'),
  if: z
    .enum(['watched', 'not_watched'])
    .describe('only for households that are watched, or are not')
    .optional(),
  steps: z
    .array(z.union([name, stepOverride], { error: 'a step, or a mapping that begins with `step`' }))
    .min(1, 'a procedure needs a step')
    .describe('the steps in their order, by name'),
  then: z
    .strictObject({
      status: name.describe('the status that it gives').optional(),
      watched: z.boolean().describe('whether the household is watched from then on').optional(),
    })
    .describe('what is in force when the last step is done'),
  months_at_least: count
    .describe('how many months must have passed since the household was watched')
    .optional(),
  assistance_at_least: count.describe('how many kinds of assistance must have been given').optional(),
  requires: z.array(name).describe('criteria that must be met as well').optional(),
  not_if: expression.describe('a yes/no: the procedure is not open where it is yes').optional(),
  not_in_year_of_entry: z.boolean().describe('true bars it in the year of registration').optional(),
  ...citation,
})
