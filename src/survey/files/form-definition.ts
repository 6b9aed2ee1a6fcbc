import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { type CutRow, isBlank } from './table.js'

/** What describes a form, and what is its own in the first rows of it. */
type FormPart = 'survey' | 'choices' | 'settings' | 'dictionary'

/** Types of questions that are in no other table, with what may come after them. */
const QUESTION =
  /^(?:(?:select[_ ](?:one|multiple)(?:_from_file|_external)?|rank)\s\S.*|(?:begin|end)[_ ](?:group|repeat)|text|integer|decimal|note|calculate|start|end|today|deviceid|username|phonenumber|subscriberid|simserial|audit|date|time|datetime|geopoint|geotrace|geoshape|image|audio|video|file|barcode|acknowledge|hidden|xml-external|csv-external|range|caseid|comments|string|int)$/i

/** The part of the definition of a form that a table is by its header and its first rows; `null` for a table of data. */
export function formPart(header: readonly string[], below: readonly CutRow[]): FormPart | null {
  const names = new Map(header.map((cell, at) => [folded(cell), at] as const))
  const has = (...wanted: readonly string[]) => wanted.every((name) => names.has(name))
  const hasLabel = [...names.keys()].some((name) => /^label(?:$|:|\()/.test(name))
  const type = names.get('type')
  if (type !== undefined && has('name') && hasLabel && holdsQuestions(below, type)) return 'survey'
  if (has('list_name') && (has('name') || has('value')) && hasLabel) return 'choices'
  if (has('form_title', 'form_id') && header.length < MOST) return 'settings'
  const isDictionary =
    has('variable_/_field_name', 'form_name', 'field_type') || has('field_name', 'form_name', 'field_type')
  return isDictionary ? 'dictionary' : null
}

/** Settings are few. */
const MOST = 30

const folded = (cell: string) => cell.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, '_')

/** Whether the cells of a column are types of questions, at least two of them and nearly all. */
function holdsQuestions(below: readonly CutRow[], column: number): boolean {
  const types = below
    .filter(({ cells }) => !isBlank(cells))
    .map(({ cells }) => (cells[column] ?? '').trim())
    .filter((cell) => cell !== '')
  return types.length > 0 && types.filter((cell) => QUESTION.test(cell)).length * 10 >= types.length * 8
}

/** The fault of a file that describes a form. */
export const formDefinition = (file: string, part: FormPart): Diagnostic => ({
  code: 'form-definition',
  severity: 'error',
  message: say(`form-definition.${part}`),
  help: say('form-definition.help'),
  at: { file, line: null, field: null },
})

const SHEETS =
  /^(?:survey|choices|settings|external_choices|entities|osm|cascades|media|lists?|help.*|readme|notes?|instructions?|types?|question_types)$/i

/** Whether the names of all sheets are those of a workbook that describes a form. */
export const areFormSheets = (names: readonly string[]): boolean =>
  names.some((name) => /^survey$/i.test(name.trim())) &&
  names.some((name) => /^(?:choices|settings)$/i.test(name.trim())) &&
  names.every((name) => SHEETS.test(name.trim()))
