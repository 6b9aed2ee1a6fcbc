import { z } from 'zod'

/** The form of a day, and what is said of another form. */
export const DATE_PATTERN = /^\d{4}-\d{2}-\d{2}$/
export const DATE_FORM = 'a date is written YYYY-MM-DD'

export const name = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'a name is snake_case: lower-case letters, digits, `_`')
export const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]*$/, 'an id is made of lower-case letters, digits, `-` and `_`')
export const text = z.string().min(1, 'empty')
export const date = z.string().regex(DATE_PATTERN, DATE_FORM)
export const expression = z.union([text, z.number()], { error: 'an expression' })
export const evidence = z.enum(['verified', 'weak', 'arithmetic', 'unverified'])
export const texts = z.array(text)
export const unit = text
  .max(100, 'a unit has at most 100 characters')
  .describe('a unit, such as CNY/person/year, minute or ratio')
export const note = text.describe('a remark for the readers of the pack').optional()
const quote = text.describe('the words of the source').optional()

const EVIDENCE =
  'verified (read in the cited document), weak (a weak source), arithmetic (worked out from cited figures) or unverified'

export const citation = {
  source: id.describe('the id of one of the sources of the pack'),
  evidence: evidence.describe(EVIDENCE),
  quote,
  note,
}

export const optionalCitation = {
  source: citation.source.optional(),
  evidence: citation.evidence.optional(),
  quote,
  note,
}

const byLanguage = z.record(
  z.string().regex(/^[a-z]{2}$/, 'a language is two letters, such as en or zh'),
  text,
)

/** The same text in further languages. It changes no result, so it is not part of the pack's hash. */
export const labels = byLanguage.describe('the same for people by language, such as { zh: 纳入 }').optional()

/** A title, or a title with its labels. */
export const titled = z.union([text, z.strictObject({ title: text, labels })], {
  error: 'a text or a mapping of `title` and `labels`',
})

export const describedColumn = {
  labels: byLanguage
    .describe('names for people by language; each is also a column name that is recognised')
    .optional(),
  aliases: texts.describe('further column names that are recognised').optional(),
  note,
}

const least = 'the lowest value there can be'
const most = 'the highest value there can be'

/** Of facts: numbers, or days where the fact is a date. */
export const factBounds = {
  min: z.union([z.number(), text]).describe(`${least}; a day for a date`).optional(),
  max: z.union([z.number(), text]).describe(`${most}; a day for a date`).optional(),
}

export const bounds = {
  min: z.number().describe(least).optional(),
  max: z.number().describe(most).optional(),
}

export const step = z.number().positive('a step is above 0')
