import { z } from 'zod'
import { inEnglish } from '../../base/say/say.js'
import type { RecordDeclaration } from '../../lang/pack.js'
import type { Form } from '../../lang/shape/issues.js'
import { ENCODINGS } from '../files/encodings.js'
import { nameOf } from './names.js'

/** Kinds of no answer that a cell can mean; `value` says that it is an answer. */
export const MISSING_KINDS = ['blank', 'dont_know', 'refused', 'not_asked', 'value'] as const

/** Braces of YAML, which are places in a sentence. */
const BRACES = { open: '{', close: '}' }

const text = z.string().regex(/\S/, inEnglish('schema.empty'))
const column = z.union([text, z.number()], { error: inEnglish('schema.column') })
const word = z.union([text, z.number(), z.boolean()], { error: inEnglish('schema.cell') })
const words = z.array(word).min(1, inEnglish('schema.no-cell'))
const condition = z.union([text, z.number()], { error: inEnglish('schema.expression') })
const columnOrColumns = z.union([column, z.array(column).min(1, inEnglish('schema.no-column'))], {
  error: inEnglish('schema.columns'),
})
const allOf = z.strictObject({
  all: z
    .array(
      z.union(
        [
          column,
          z.strictObject({
            sheet: z.literal(true).describe(inEnglish('schema.sheet')),
          }),
        ],
        {
          error: inEnglish('schema.part'),
        },
      ),
    )
    .min(1, inEnglish('schema.no-part'))
    .describe(inEnglish('schema.parts')),
})
const keyColumns = z.union([column, z.array(column).min(1, inEnglish('schema.no-column')), allOf], {
  error: inEnglish('schema.key-columns'),
})
const pair = z.record(text, column)
const rows = z.number().int(inEnglish('schema.whole')).max(20, inEnglish('schema.at-most-20'))

const reading = {
  encoding: z.enum(ENCODINGS).describe(inEnglish('schema.encoding')).optional(),
  delimiter: z.enum([',', ';', 'tab', '|']).describe(inEnglish('schema.delimiter')).optional(),
  header_rows: rows
    .min(1, inEnglish('schema.at-least-1'))
    .describe(inEnglish('schema.header-rows'))
    .optional(),
  title_rows: rows.min(0, inEnglish('schema.at-least-0')).describe(inEnglish('schema.title-rows')).optional(),
  label_rows: rows.min(0, inEnglish('schema.at-least-0')).describe(inEnglish('schema.label-rows')).optional(),
}

const missing = z.record(z.string(), z.enum(MISSING_KINDS)).describe(inEnglish('schema.missing')).optional()
const yes = words.describe(inEnglish('schema.yes')).optional()
const no = words.describe(inEnglish('schema.no')).optional()
const numbers = z
  .strictObject({
    decimal: z.enum(['.', ',']).describe(inEnglish('schema.decimal')).optional(),
    thousands: z.enum([',', '.', ' ', "'"]).describe(inEnglish('schema.thousands')).optional(),
  })
  .describe(inEnglish('schema.numbers'))
  .optional()
const dates = z.enum(['ymd', 'dmy', 'mdy', 'excel']).describe(inEnglish('schema.dates')).optional()

const cells = { missing, yes, no, numbers, dates }

const named = z.union(
  [
    text,
    z.number(),
    z.strictObject({
      column: column.describe(inEnglish('schema.header')),
      type: z.enum(['text', 'number', 'yes_no']).describe(inEnglish('schema.column-type')).optional(),
      missing,
      yes,
      no,
      numbers,
    }),
  ],
  { error: inEnglish('schema.column-or-type') },
)

const columns = (where: 'fact' | 'table') =>
  z
    .record(text, named)
    .describe(inEnglish(`schema.names.${where}`))
    .optional()

const fact = z.union(
  [
    text,
    z.number(),
    z.strictObject({
      column: column.describe(inEnglish('schema.header')).optional(),
      codes: z.record(text, word).describe(inEnglish('schema.codes')).optional(),
      has: words.describe(inEnglish('schema.has')).optional(),
      value: condition.describe(inEnglish('schema.formula')).optional(),
      columns: columns('fact'),
      ...cells,
    }),
  ],
  { error: inEnglish('schema.fact') },
)

const facts = z.record(text, fact).optional()

const table = {
  ...reading,
  rows_if: condition.describe(inEnglish('schema.rows-if')).optional(),
  ...cells,
  match: z
    .literal('names', { error: inEnglish('schema.match.names') })
    .describe(inEnglish('schema.match'))
    .optional(),
  columns: columns('table'),
}

const person = columnOrColumns.describe(inEnglish('schema.person')).optional()

const headIf = condition.describe(inEnglish('schema.head-if')).optional()

const records = (name: string) =>
  z.strictObject({
    file: text.describe(inEnglish('schema.records.file')).optional(),
    key: keyColumns.describe(inEnglish('schema.records.key')).optional(),
    one_row_per: z.enum([name, 'person']).describe(inEnglish('schema.one-row-per', { name })).optional(),
    interview_if: condition.describe(inEnglish('schema.interview-if')).optional(),
    ...table,
    facts: facts.describe(inEnglish('schema.facts', { name })),
    person,
    head_if: headIf,
    members: facts.describe(inEnglish('schema.members', BRACES)),
  })

const allPairs = z.strictObject({
  all: z.array(pair).min(1, inEnglish('schema.no-pair')).describe(inEnglish('schema.pairs')),
})

const roster = z.strictObject({
  file: text.describe(inEnglish('schema.roster.file')),
  key: keyColumns.describe(inEnglish('schema.roster.key')).optional(),
  join: z
    .union([allPairs, pair, z.array(pair).min(1, inEnglish('schema.no-pair'))], {
      error: inEnglish('schema.join.form', BRACES),
    })
    .describe(inEnglish('schema.join'))
    .optional(),
  person,
  head_if: headIf,
  role: z.enum(['members', 'details']).describe(inEnglish('schema.role')).optional(),
  ...table,
  facts: facts.describe(inEnglish('schema.roster.facts')),
})

/** The shape of a mapping.yaml, for packs that call their records by this name. What the mapping names is checked later. */
export const mappingSchema = ({ name, plural }: Pick<RecordDeclaration, 'name' | 'plural'>) =>
  z.strictObject({
    mapping: z.literal(1, { error: inEnglish('schema.version.other') }).describe(inEnglish('schema.version')),
    pack: text.describe(inEnglish('schema.pack')).optional(),
    note: text.describe(inEnglish('schema.note')).optional(),
    assume: z
      .literal('nothing', { error: inEnglish('schema.assume.nothing') })
      .describe(inEnglish('schema.assume'))
      .optional(),
    [plural]: records(name).describe(inEnglish('schema.records', { records: plural })),
    rosters: z.array(roster).describe(inEnglish('schema.rosters')).optional(),
  })

export const mappingForm = (record: RecordDeclaration): Form => ({
  schema: mappingSchema(record),
  nameOf,
})

/** The JSON Schema of a mapping, for editors. A pack may have another word for households. */
export function mappingJsonSchema(): object {
  const { required = [], ...schema } = z.toJSONSchema(
    mappingSchema({ name: 'household', plural: 'households' }),
    { io: 'input' },
  )
  return {
    ...schema,
    required: required.filter((key) => key !== 'households'),
    additionalProperties: schema.properties?.households ?? false,
    title: inEnglish('schema.title'),
  }
}
