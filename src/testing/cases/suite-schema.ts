import { z } from 'zod'
import type { Form } from '../../lang/shape/issues.js'
import { DATE_FORM } from '../../lang/shape/pack-schema.js'
import { nameInSuite } from './suite-names.js'

const text = z.string().min(1, 'empty')
const label = z.union([z.string().regex(/\S/, 'empty'), z.number()], { error: 'a text' })
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, DATE_FORM)
const base = text.describe('the name of one of the bases of this folder')
const listOf = (what: string) => z.array(text).describe(what)

const layer = {
  like: base.optional(),
  given: z
    .record(text, z.unknown())
    .refine((given) => Object.keys(given).length > 0, 'nothing is given')
    .describe(
      'facts as a survey file would bring them, and the rows of `members`; an empty value is a blank cell',
    )
    .optional(),
  without: z
    .array(text)
    .min(1, 'nothing is taken away')
    .describe('columns that the record does not have, whatever its base says')
    .optional(),
}

const bounds = z
  .strictObject({ min: z.number().nullable().optional(), max: z.number().nullable().optional() })
  .refine(({ min, max }) => min !== undefined || max !== undefined, 'say `min`, `max` or both')

const expectation = z.strictObject({
  decision: text.describe('an outcome of the pack, or verify').optional(),
  possible: listOf('the outcomes still possible: all of them; [] where it is decided').optional(),
  reasons: listOf('the criteria behind the decision: all of them').optional(),
  not_reasons: z
    .array(text)
    .min(1, 'no criterion is named')
    .describe('criteria that must not be among the reasons')
    .optional(),
  needs: listOf(
    'the facts that would settle it, such as net_income or members[2].age: all of them',
  ).optional(),
  blocked: listOf('what no answer settles: all of it').optional(),
  verdicts: z
    .record(text, z.enum(['met', 'unmet', 'not_applicable', 'unknown']))
    .refine((verdicts) => Object.keys(verdicts).length > 0, 'no criterion is named')
    .describe('the verdict of each criterion named')
    .optional(),
  outputs: z
    .record(text, z.union([z.number(), bounds], { error: 'a number, or a mapping of `min` and `max`' }))
    .refine((outputs) => Object.keys(outputs).length > 0, 'no output is named')
    .describe('figures, exactly; { min, max } for one that is still open, an end without bound left out')
    .optional(),
  diagnostics: listOf(
    'everything that is said of the record: ids of the checks of the pack, and codes such as conflict; [] for nothing',
  ).optional(),
})

const situation = {
  about: text.describe('where the case is from, or why it matters').optional(),
  ...layer,
  as_of: date.describe('judge as of this day, whatever the date of the record').optional(),
  parameters: z
    .record(text, z.number())
    .refine((values) => Object.keys(values).length > 0, 'no parameter is named')
    .describe('parameters held at another value, on every date')
    .optional(),
  expect: expectation.describe('what must come of it').optional(),
}

const row = z.strictObject({ name: label.describe('what tells the row from others'), ...situation })

const testCase = z.strictObject({
  name: label.describe('what would be wrong if the case failed, or what holds'),
  ...situation,
  rows: z
    .array(row)
    .min(1, 'a table of cases needs at least one row')
    .describe('cases of their own, each the case above with what the row says otherwise')
    .optional(),
})

/** The shape of a file of cases. Names are checked later against the pack. */
export const suiteSchema = z.strictObject({
  bases: z
    .record(
      z.string().regex(/^[a-z][a-z0-9_-]*$/, 'a base is named by lower-case letters, digits, `_` and `-`'),
      z.strictObject(layer),
    )
    .refine((bases) => Object.keys(bases).length > 0, 'no base is named')
    .describe('records that cases start from, by name; every file of the folder may use them')
    .optional(),
  cases: z
    .array(testCase)
    .min(1, 'there are no cases')
    .describe('the cases, in the order of reports')
    .optional(),
})

export type RawSuite = z.infer<typeof suiteSchema>
export type RawBase = NonNullable<RawSuite['bases']>[string]
export type RawCase = NonNullable<RawSuite['cases']>[number]
export type RawCaseRow = NonNullable<RawCase['rows']>[number]
export type RawExpectation = z.infer<typeof expectation>

export const SUITE: Form = { schema: suiteSchema, nameOf: nameInSuite }

/** The JSON Schema of a file of cases, for editors. */
export function suiteJsonSchema(): object {
  return { ...z.toJSONSchema(suiteSchema, { io: 'input' }), title: 'Test cases of a tpa rule pack' }
}
