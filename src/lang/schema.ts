import { z } from 'zod'

const name = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a name is snake_case: lower-case letters, digits, `_`')
const id = z.string().regex(/^[a-z0-9][a-z0-9_-]*$/, 'an id is lower-case letters, digits, `-` and `_`')
const text = z.string().min(1, 'this text is empty')
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written YYYY-MM-DD')
const expression = z.union([text, z.number()]).describe('an expression of the rule language')
const evidence = z.enum(['verified', 'weak', 'arithmetic', 'unverified'])
const words = z.array(text)

const citation = { source: id, evidence, quote: text.optional(), note: text.optional() }
const optionalCitation = {
  source: id.optional(),
  evidence: evidence.optional(),
  quote: text.optional(),
  note: text.optional(),
}

const describedColumn = {
  labels: z
    .record(z.string().regex(/^[a-z]{2}$/, 'a language is two letters, such as en or zh'), text)
    .optional(),
  aliases: words.optional(),
  note: text.optional(),
}

const bounds = {
  min: z.number().optional(),
  max: z.number().optional(),
  step: z.number().positive().optional(),
}

const fact = z.strictObject({
  type: z.enum(['money', 'number', 'count', 'yes_no', 'code', 'date', 'text']),
  unit: text.optional(),
  ...bounds,
  codes: z
    .record(text, z.union([text, z.strictObject({ title: text, aliases: words.optional() })]))
    .optional(),
  assume: z.union([text, z.number()]).optional(),
  personal: z.boolean().optional(),
  completed_years_since: name.optional(),
  ...describedColumn,
})

const parameter = z.strictObject({
  title: text,
  unit: text,
  min: z.number().optional(),
  max: z.number().optional(),
  note: text.optional(),
  values: z
    .array(z.strictObject({ from: date, to: date.optional(), value: z.number(), ...citation }))
    .min(1, 'a parameter needs at least one value'),
})

const derived = z.strictObject({
  type: z.enum(['money', 'number', 'count', 'yes_no']).optional(),
  unit: text.optional(),
  ...bounds,
  ...describedColumn,
  sources: z
    .array(z.union([text, z.number(), z.strictObject({ of: expression, within: expression })]))
    .min(1, 'a derived value needs at least one source'),
})

const criterion = z.strictObject({
  id: name,
  pillar: id,
  title: text,
  reason: text,
  met: expression,
  applies_if: expression.optional(),
  since: date.optional(),
  advisory: z.boolean().optional(),
  ...citation,
})

const row = z.strictObject({
  when: text.optional(),
  then: name.optional(),
  otherwise: name.optional(),
  ...optionalCitation,
})

const check = z.strictObject({
  id,
  when: expression,
  unless: expression.optional(),
  severity: z.enum(['error', 'warning', 'note']),
  message: text,
})

/** The shape of a pack.yaml; what a shape cannot say (names, types, units) is checked afterwards. */
export const packSchema = z.strictObject({
  language: z.literal(1),
  pack: id,
  title: text,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version is three numbers, such as 1.0.0'),
  as_of: date.optional(),
  allow_unverified: z.boolean().optional(),
  note: text.optional(),
  record: z.strictObject({
    name,
    plural: name.optional(),
    id: name,
    date: name.optional(),
    size: name.optional(),
    places: z.array(name).optional(),
  }),
  sources: z.record(
    id,
    z.strictObject({
      title: text,
      publisher: text.optional(),
      date: z.union([text, z.number()]).optional(),
      url: text.optional(),
      note: text.optional(),
    }),
  ),
  units: words.optional(),
  pillars: z.record(id, text),
  parameters: z.record(name, parameter).optional(),
  facts: z.record(name, z.record(name, fact)),
  derived: z.record(name, derived).optional(),
  criteria: z.array(criterion).min(1, 'a pack needs at least one criterion'),
  outcomes: z.record(name, text).optional(),
  decisions: z.record(text, z.union([text, z.array(row).min(1, 'a table needs at least one row')])),
  checks: z.array(check).optional(),
  outputs: z
    .record(
      name,
      z.strictObject({ of: expression, per: expression.optional(), step: z.number().positive().optional() }),
    )
    .optional(),
  properties: z
    .array(z.strictObject({ id, order: z.array(name).min(2, 'an order needs two outcomes or more') }))
    .optional(),
})

export type RawPack = z.infer<typeof packSchema>
export type RawFact = z.infer<typeof fact>
export type RawDerived = z.infer<typeof derived>
export type RawRow = z.infer<typeof row>
export type RawCitation = {
  source?: string | undefined
  evidence?: z.infer<typeof evidence> | undefined
  quote?: string | undefined
  note?: string | undefined
}

/** The JSON Schema of a pack file, for editors. */
export function packJsonSchema(): object {
  return { ...z.toJSONSchema(packSchema, { io: 'input' }), title: 'A tpa rule pack' }
}
