import { z } from 'zod'
import type { RecordDeclaration } from '../../lang/pack.js'
import type { Form } from '../../lang/shape/issues.js'
import { ENCODINGS } from '../files/encodings.js'
import { nameOf } from './names.js'

/** Kinds of no answer that a cell can mean; `value` says that it is an answer. */
export const MISSING_KINDS = ['blank', 'dont_know', 'refused', 'not_asked', 'value'] as const

const text = z.string().regex(/\S/, 'empty')
const column = z.union([text, z.number()], { error: 'the name of a column' })
const word = z.union([text, z.number(), z.boolean()], { error: 'a cell' })
const words = z.array(word).min(1, 'no cell is named')
const condition = z.union([text, z.number()], { error: 'an expression' })
const columnOrColumns = z.union([column, z.array(column).min(1, 'no column is named')], {
  error: 'a column, or a list of columns',
})
const allOf = z.strictObject({
  all: z
    .array(
      z.union(
        [
          column,
          z.strictObject({
            sheet: z.literal(true).describe('the name of the sheet, or of a file without sheets'),
          }),
        ],
        {
          error: 'a column, or `sheet: true`',
        },
      ),
    )
    .min(1, 'no part is named')
    .describe('the parts of the key, columns or `sheet: true`, joined by `|`; a blank part is no key'),
})
const keyColumns = z.union([column, z.array(column).min(1, 'no column is named'), allOf], {
  error: 'a column, a list of columns, or `all` with the parts of the key',
})
const pair = z.record(text, column)
const rows = z.number().int('a whole number').max(20, 'at most 20')

const reading = {
  encoding: z.enum(ENCODINGS).describe('how the bytes are read, where the file does not show it').optional(),
  delimiter: z
    .enum([',', ';', 'tab', '|'])
    .describe('what parts the columns, where the file does not show it')
    .optional(),
  header_rows: rows.min(1, 'at least 1').describe('rows that make up the header; 1 unless said').optional(),
  title_rows: rows.min(0, 'at least 0').describe('rows above the header that are no data').optional(),
  label_rows: rows.min(0, 'at least 0').describe('rows below the header that are no data').optional(),
}

const missing = z
  .record(z.string(), z.enum(MISSING_KINDS))
  .describe(
    'cells that stand for no answer, each with its kind: blank, dont_know, refused, not_asked; value for a cell that is an answer',
  )
  .optional()
const yes = words.describe('cells that mean yes, instead of the built-in words').optional()
const no = words.describe('cells that mean no, instead of the built-in words').optional()
const numbers = z
  .strictObject({
    decimal: z.enum(['.', ',']).describe('the mark before decimals; `.` unless said').optional(),
    thousands: z.enum([',', '.', ' ', "'"]).describe('the mark between thousands').optional(),
  })
  .describe('how numbers are written')
  .optional()
const dates = z
  .enum(['ymd', 'dmy', 'mdy', 'excel'])
  .describe('the order of day, month and year, or excel for serial numbers')
  .optional()

const cells = { missing, yes, no, numbers, dates }

const named = z.union(
  [
    text,
    z.number(),
    z.strictObject({
      column: column.describe('the header of the column'),
      type: z.enum(['text', 'number', 'yes_no']).describe('what its cells hold').optional(),
      missing,
      yes,
      no,
      numbers,
    }),
  ],
  { error: 'a column, or a mapping of `column` and `type`' },
)

const columns = (where: string) =>
  z.record(text, named).describe(`names for columns that the expressions ${where} use`).optional()

const fact = z.union(
  [
    text,
    z.number(),
    z.strictObject({
      column: column.describe('the header of the column').optional(),
      codes: z.record(text, word).describe('cells, each with the code of the fact that it means').optional(),
      has: words.describe('for a select-multiple: yes where one of these choices is taken').optional(),
      value: condition.describe('an expression over columns').optional(),
      columns: columns('of this fact'),
      ...cells,
    }),
  ],
  { error: 'a column, or a mapping with `column` or `value`' },
)

const facts = z.record(text, fact).optional()

const table = {
  ...reading,
  rows_if: condition
    .describe('a yes/no over columns: rows for which it is no belong to another table')
    .optional(),
  ...cells,
  match: z
    .literal('names', { error: 'names, or leave the key out' })
    .describe('names: facts that are not listed are found by the names, labels and aliases of the pack')
    .optional(),
  columns: columns('of this table'),
}

const person = columnOrColumns
  .describe('the column that tells one person of a record from the others, or a list: the first that exists')
  .optional()

const headIf = condition
  .describe(
    'a yes/no over columns: whether the person of a row is the head; told where there are several or none',
  )
  .optional()

const records = (name: string) =>
  z.strictObject({
    file: text
      .describe('the file, or a pattern such as *.csv or list.xlsx#Sheet1; optional where there is one')
      .optional(),
    key: keyColumns
      .describe(
        'the column of the id, a list of which the first that exists counts, all with the parts of the id, or row: the place in the file is the id',
      )
      .optional(),
    one_row_per: z.enum([name, 'person']).describe(`what a row stands for; ${name} unless said`).optional(),
    interview_if: condition
      .describe('a yes/no over columns: rows for which it is no are not interviews')
      .optional(),
    ...table,
    facts: facts.describe(`facts of the ${name}, each with its column`),
    person,
    head_if: headIf,
    members: facts.describe(
      'facts of a member, each with its column; in wide repeats the number is {n}: age_{n}',
    ),
  })

const allPairs = z.strictObject({
  all: z.array(pair).min(1, 'no pair of columns is named').describe('pairs that must all be equal'),
})

const roster = z.strictObject({
  file: text.describe(
    'the file or a pattern; "*" is every other table that has one of the columns of `join`',
  ),
  key: keyColumns
    .describe(
      'the column that holds the key of the record, a list of which the first that exists counts, or all with its parts',
    )
    .optional(),
  join: z
    .union([allPairs, pair, z.array(pair).min(1, 'no pair of columns is named')], {
      error: 'a pair of columns such as { _parent_index: _index }, a list of them, or `all` with pairs',
    })
    .describe(
      'a column of this file and the column of the other that it repeats, a list of which the first counts that exists, or all: pairs that must all be equal',
    )
    .optional(),
  person,
  head_if: headIf,
  role: z
    .enum(['members', 'details'])
    .describe('members: each row is a member; details: more about members of another table, by `person`')
    .optional(),
  ...table,
  facts: facts.describe('facts of a member, each with its column'),
})

/** The shape of a mapping.yaml, for packs that call their records by this name. What the mapping names is checked later. */
export const mappingSchema = ({ name, plural }: Pick<RecordDeclaration, 'name' | 'plural'>) =>
  z.strictObject({
    mapping: z
      .literal(1, { error: 'this tpa reads version 1 of mappings; one of a later version needs a later tpa' })
      .describe('the version of the form of mappings: 1'),
    pack: text.describe('the id of the pack that the mapping is for').optional(),
    note: text.describe('a remark for the readers of the mapping').optional(),
    assume: z
      .literal('nothing', { error: 'nothing, or leave the key out' })
      .describe('nothing: what the pack assumes where no column gives a fact is not assumed')
      .optional(),
    [plural]: records(name).describe(`where the ${plural} are`),
    rosters: z.array(roster).describe('files or sheets with a row a member').optional(),
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
    title: 'A mapping of survey files for tpa',
  }
}
