import { z } from 'zod'
import { assessSchema, ndjsonSchema } from './assess.js'
import { checkSchema } from './check.js'
import { acceptedSchema, diffSchema } from './diff.js'
import { explainSchema, recomputeSchema } from './explain.js'
import { inspectSchema } from './inspect.js'
import { measureSchema } from './measure.js'
import { HOUSEHOLD, type Words } from './parts.js'
import { testSchema } from './test.js'
import { validateSchema } from './validate.js'

/** The form of each result in JSON, for packs with these words, with no member more than tpa writes. */
export const RESULT_SCHEMAS = {
  assess: assessSchema,
  'assess-record': ndjsonSchema,
  validate: validateSchema,
  explain: explainSchema,
  recompute: recomputeSchema,
  diff: diffSchema,
  'diff-accepted': acceptedSchema,
  measure: measureSchema,
  test: testSchema,
  check: checkSchema,
  inspect: inspectSchema,
} satisfies Record<string, (words: Words) => z.ZodType>

/** The JSON Schemas of results by name. They allow members that are not known yet, and other words for households. */
export function resultJsonSchemas(): { readonly [name: string]: object } {
  const all = Object.entries(RESULT_SCHEMAS).map(([name, schema]) => [
    name,
    opened(z.toJSONSchema(schema(HOUSEHOLD))),
  ])
  return Object.fromEntries(all)
}

const OTHER_WORDS: ReadonlySet<unknown> = new Set(Object.values(HOUSEHOLD))

/** A schema without what only tpa itself must keep; limits of whole numbers are those of JavaScript. */
const opened = (schema: object): object =>
  JSON.parse(JSON.stringify(schema), (keyword, value: unknown) => {
    if (keyword === 'additionalProperties' && value === false) return undefined
    if (keyword === 'maximum' && value === Number.MAX_SAFE_INTEGER) return undefined
    const isList = keyword === 'required' && Array.isArray(value)
    return isList ? value.filter((member) => !OTHER_WORDS.has(member)) : value
  })
