import { z } from 'zod'
import type { ColumnProfile, ColumnType, SuspectedMissing } from '../../inspect/columns/column.js'
import type { FactFinding } from '../../inspect/proposal/inspection.js'
import type { Role } from '../../inspect/tables/inspected-table.js'
import type { ToolGuess } from '../../inspect/tables/tool-guess.js'
import type { DateOrder } from '../../survey/cells/options.js'
import type { Delimiter, Format } from '../../survey/files/data-file.js'
import { join } from './join.js'
import {
  count,
  diagnostic,
  number,
  oneOf,
  pack,
  schemaOf,
  text,
  textOrNull,
  texts,
  tpa,
  yesNo,
} from './parts.js'

const TYPES = oneOf<ColumnType>({
  empty: true,
  number: true,
  money: true,
  date: true,
  'yes/no': true,
  code: true,
  'select-multiple': true,
  choice: true,
  id: true,
  text: true,
})

const ORDERS = oneOf<DateOrder>({ ymd: true, dmy: true, mdy: true, excel: true })

const style = z
  .strictObject({
    decimal: z.enum(['.', ',']).describe('the mark before decimals'),
    thousands: z
      .enum([',', '.', ' ', "'"])
      .nullable()
      .describe('the mark between thousands; `null` if there is none'),
  })
  .meta({ id: 'number_style', description: 'the marks of numbers' })

const written = { plain: true, certain: true, open: true, mixed: true } as const
const example = text('a cell that shows it; left out for personal columns and plain ones').optional()

const numbers = z.strictObject({
  kind: oneOf<ColumnProfile['numbers']['kind']>(written).describe(
    '`plain`: no marks that need explaining; `certain`: one reading; `open`: several readings; `mixed`: no reading fits all',
  ),
  style: style.describe('the one reading; left out for other kinds').optional(),
  styles: z.array(style).describe('the readings; left out for other kinds').optional(),
  example,
})

const dates = z.strictObject({
  kind: oneOf<ColumnProfile['dates']['kind']>({ ...written, serial: true }).describe(
    'as for numbers; `serial`: day numbers of a spreadsheet',
  ),
  order: ORDERS.describe('the one reading; left out for other kinds').optional(),
  orders: z.array(ORDERS).describe('the readings; left out for other kinds').optional(),
  example,
})

const missing = z.strictObject({
  cell: text('the cell'),
  count: count('how often it occurs'),
  kind: oneOf<NonNullable<SuspectedMissing['kind']>>({
    blank: true,
    dont_know: true,
    refused: true,
    not_asked: true,
  })
    .nullable()
    .describe('what surveys mostly mean by it; `null` if that is open'),
  certain: yesNo('true if it never means anything else'),
})

const column = z
  .strictObject({
    column: text('the header'),
    type: TYPES.describe('what it seems to hold'),
    personal: yesNo('true if it seems to hold names or numbers of persons; its cells are never shown'),
    filled: count('cells that are filled'),
    blank: count('cells that are blank'),
    distinct: count('different values, as far as they were counted'),
    more_distinct: yesNo('true if there are more than were counted'),
    values: z
      .array(z.strictObject({ value: text('the value'), count: count('how often it occurs') }))
      .nullable()
      .describe('the values, the most frequent first; `null` if there are many, and for personal columns'),
    range: z
      .strictObject({ low: number('the least'), high: number('the greatest') })
      .nullable()
      .describe('the least and the greatest number; `null` if it holds no number'),
    missing: z.array(missing).describe('cells that may mean no answer'),
    unique: oneOf<NonNullable<ColumnProfile['unique']>>({ all: true, part: true })
      .nullable()
      .describe(
        '`all`: filled in all rows, and no value twice; `part`: the same, as far as a part of the values shows; else `null`',
      ),
    destroyed: count('ids whose digits a spreadsheet has cut'),
    numbers: numbers.describe('how numbers are written'),
    dates: dates.describe('how days are written'),
  })
  .meta({ id: 'column', description: 'what a column seems to hold' })

const ROLES = oneOf<Role>({
  records: true,
  persons: true,
  members: true,
  details: true,
  block: true,
  other: true,
})

const FORMATS = oneOf<Format>({ csv: true, yaml: true, json: true, ndjson: true, xlsx: true })
const DELIMITERS = oneOf<Delimiter>({ ',': true, ';': true, '\t': true, '|': true })

const table = z.strictObject({
  table: text('the table, as a mapping names it'),
  role: ROLES.describe('what it is for a mapping'),
  why: text('why'),
  format: FORMATS.describe('how it was read'),
  encoding: text('the encoding of its text'),
  delimiter: DELIMITERS.nullable().describe('the sign between columns; `null` if it has none'),
  header_line: z
    .int()
    .positive()
    .nullable()
    .describe('the line of the header; `null` if each record names its keys'),
  header_rows: count('rows of the header'),
  title_rows: count('rows above the header'),
  rows: count('rows of data'),
  blank_rows: count('rows without a filled cell'),
  skipped_rows: count('rows that are not data'),
  sign_off_rows: count('rows that say who filled it in, are remarks, or a title or the header again'),
  broken_rows: z
    .strictObject({ count: count('rows'), first: text('what is wrong with the first') })
    .describe('rows that cannot be read'),
  guesses: texts('what was taken for titles or header, and why'),
  remarks: z.array(diagnostic).describe('remarks made when it was opened'),
  repeats: z
    .array(
      z.strictObject({
        pattern: text('the header with `{n}` for the number'),
        numbers: z.array(z.int().nonnegative()).describe('the numbers'),
      }),
    )
    .describe('columns that repeat in numbers'),
  splits: z
    .array(
      z.strictObject({
        question: text('the question'),
        separator: text('what separates question and choice'),
        choices: texts('the choices'),
      }),
    )
    .describe('questions with a column for each choice'),
  columns_not_looked_at: count('columns at the end that were not looked at'),
  columns: z.array(column).describe('the columns'),
})

const candidate = z.strictObject({
  table: text('the table'),
  column: text('the column, as a mapping names it'),
  certain: yesNo('true if there is no doubt'),
  why: text('why'),
  yaml: text('what comes after the name of the fact in a mapping'),
  decide: z
    .strictObject({ yaml: text('the other way'), why: text('what to decide') })
    .nullable()
    .describe('another way to say it, for a person to decide; `null` if there is none'),
})

const fact = z.strictObject({
  fact: text('the fact'),
  of: oneOf<FactFinding['of']>({ record: true, member: true }).describe('what has the fact'),
  status: oneOf<FactFinding['status']>({ found: true, maybe: true, absent: true }).describe(
    '`found`: one column is certain; `maybe`: some are likely; `absent`: there is none',
  ),
  candidates: z.array(candidate).describe('the columns that may say it, the certain one first'),
})

const tool = z.strictObject({
  tool: textOrNull('the tool; `null` if nothing points at one'),
  confidence: oneOf<ToolGuess['confidence']>({ certain: true, likely: true, unclear: true }).describe(
    'how sure that is',
  ),
  evidence: texts('the evidence for it'),
})

/** `tpa inspect -f json`. */
export const inspectSchema = () =>
  z
    .strictObject({
      schema: schemaOf('inspect'),
      tpa,
      pack: pack.describe('the rules whose facts are looked for'),
      tool: tool.describe('the survey tool that seems to have written the files'),
      tables: z.array(table).describe('the tables'),
      unreadable: z
        .array(z.strictObject({ file: text('the file'), faults: z.array(diagnostic).describe('why') }))
        .describe('files that cannot be read'),
      key: z
        .strictObject({
          column: textOrNull('the column; `null` if only the line of a row can be the id'),
          certain: yesNo('true if there is no doubt'),
          why: text('why'),
          beside: texts('columns before it that make up the key with it'),
        })
        .nullable()
        .describe('the column that tells one record from another; `null` if there is no table of records'),
      joins: z.array(join).describe('how rows of one table find rows of another'),
      facts: z.array(fact).describe('the facts of the pack, and which columns may say them'),
      decisions: texts('what a person must decide, the most important first'),
      mapping: textOrNull('a mapping to review, as YAML; `null` if there is no table of records'),
    })
    .describe('`tpa inspect -f json`: what survey files are. Cells of personal columns are not in it.')
