import { describe, expect, it } from 'vitest'
import { scratch } from '../../cli/run.js'
import { inlineRows, workbookOf } from './archive.js'

const SURVEY = [
  ['type', 'name', 'label'],
  ['start', 'start', ''],
  ['select_one yn', 'agreed', 'Do you agree?'],
  ['begin repeat', 'people', 'People'],
  ['integer', 'age', 'Age?'],
  ['end repeat', '', ''],
]
const CHOICES = [
  ['list_name', 'name', 'label::English (en)'],
  ['yn', '1', 'Yes'],
]
const SETTINGS = [
  ['form_title', 'form_id'],
  ['Households', 'hh'],
]
const DATA = [
  ['household_id', 'household_size'],
  ['A', '3'],
]
const workbook = (sheets: { readonly [name: string]: readonly (readonly string[])[] }) =>
  workbookOf({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: inlineRows(rows) })) })
const csv = (rows: readonly (readonly string[])[]) => `${rows.map((row) => row.join(',')).join('\n')}\n`
const FORM = { survey: SURVEY, choices: CHOICES, settings: SETTINGS }
const MAPPING = 'mapping: 1\nhouseholds:\n  key: household_id\n  match: names\n'

describe('the definition of a form', () => {
  it.each<[string, string, string | Buffer, string]>([
    ['a workbook', 'f.xlsx', workbook(FORM), 'an XLSForm'],
    ['a workbook with help', 'f.xlsx', workbook({ ...FORM, 'help-survey': SETTINGS }), 'an XLSForm'],
    ['its first sheet alone', 'f.xlsx', workbook({ Sheet1: SURVEY }), 'an XLSForm'],
    ['its first sheet as CSV', 'survey.csv', csv(SURVEY), 'an XLSForm'],
    [
      'in two languages',
      'f.csv',
      csv([['type', 'name', 'label::Nepali', 'hint'], ...SURVEY.slice(1)]),
      'an XLSForm',
    ],
    ['its choices', 'choices.csv', csv(CHOICES), 'the choices of an XLSForm'],
    ['its settings', 'settings.csv', csv(SETTINGS), 'the settings of an XLSForm'],
    [
      'a dictionary of REDCap',
      'd.csv',
      '"Variable / Field Name","Form Name","Field Type","Field Label"\nrecord_id,hh,text,Number\n',
      'a data dictionary of REDCap',
    ],
  ])('%s is no table: one sentence in every command', async (_, name, content, what) => {
    const { here } = scratch({ [name]: content, 'm.yaml': MAPPING })
    const said = `error[form-definition]  this is ${what}, which describes a form and holds no answers`
    for (const args of [
      ['assess'],
      ['validate'],
      ['inspect'],
      ['assess', '--preset', 'odk'],
      ['assess', '-m', 'm.yaml'],
    ]) {
      const { code, err } = await here([...args, name])
      expect(code).toBe(2)
      expect(err).toContain(said)
      expect(err.match(/(?:error|warning)\[/g)).toHaveLength(1)
    }
  })

  it.each<[string, readonly (readonly string[])[]]>([
    [
      'with a column of types',
      [
        ['household_id', 'type', 'name', 'label'],
        ['A', 'farm', 'x', 'y'],
      ],
    ],
    [
      'with a list and a name',
      [
        ['household_id', 'list', 'name', 'label'],
        ['A', 'b', 'x', 'y'],
      ],
    ],
    [
      'with a form and its version',
      [
        ['household_id', 'form_id', 'version'],
        ['A', 'hh', '3'],
      ],
    ],
  ])('households %s are data', async (_, rows) => {
    const { err } = await scratch({ 'a.csv': csv(rows) }).here(['assess', 'a.csv'])
    expect(err).not.toContain('form-definition')
  })

  it('beside the data it is left out, told', async () => {
    const { here } = scratch({ 'all.xlsx': workbook({ ...FORM, data: DATA }), 'm.yaml': MAPPING })
    const { out, err } = await here(['assess', 'all.xlsx', '-m', 'm.yaml', '-f', 'csv'])
    expect(out).toMatch(/^A,/m)
    expect(err).toContain(
      'all.xlsx#survey  warning[ignored-files]  nothing is read from it: it describes a form',
    )
    const { out: shown } = await here(['inspect', 'all.xlsx'])
    expect(shown).toMatch(/^all.xlsx#data +households/m)
    expect(shown).not.toContain('it cannot be read')
  })
})
