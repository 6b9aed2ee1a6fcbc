import type { ExportForm, ExportTable } from './export.js'
import { all, mainOf, type Oddity, renamed, says, some, withMain, withTables } from './oddity.js'

const isWorkbook = ({ container }: ExportForm) => container === 'workbook'
const startsWith = (name: string) => (form: ExportForm) => form.name.startsWith(name)
const isKoboBook = (form: ExportForm) => startsWith('KoboToolbox')(form) && isWorkbook(form)
const isOdk = startsWith('ODK')

const rosterOf = (tables: readonly ExportTable[]): ExportTable => {
  const roster = tables[1]
  if (roster === undefined) throw new Error('the form has a roster')
  return roster
}

/** Tables and columns that are not what they are taken for. */
export const ODD_TABLES: readonly Oddity[] = [
  {
    name: 'a repeat of crops',
    fits: (form) => isKoboBook(form) || isOdk(form),
    plant: ({ clean }) => {
      const roster = rosterOf(clean.tables)
      const rows = roster.rows.map(([, , , , , , ...rest], line) =>
        line === 0 ? ['crop', 'area', ...rest] : [`maize ${line % 3}`, String((line % 7) + 1), ...rest],
      )
      return {
        exported: withTables(clean, { name: roster.name.replace('member', 'crop'), rows }),
        touched: [],
        names: [/crop/],
      }
    },
  },
  {
    name: 'a repeat inside the repeat of members',
    fits: (form) => isKoboBook(form) || isOdk(form),
    plant: ({ clean, form }) => {
      const roster = rosterOf(clean.tables)
      const [head = [], ...members] = roster.rows
      const cell = (row: readonly string[], header: string) => row[head.indexOf(header)] ?? ''
      const rows = isOdk(form)
        ? [
            ['illness', 'since', 'PARENT_KEY', 'KEY'],
            ...members.map((row) => ['flu', '2019', cell(row, 'KEY'), `${cell(row, 'KEY')}/illness[1]`]),
          ]
        : [
            ['illness', 'since', '_index', '_parent_table_name', '_parent_index', '_submission__uuid'],
            ...members.map((row, at) => [
              ...['flu', '2019', String(at + 1), 'member', cell(row, '_index')],
              cell(row, '_submission__uuid'),
            ]),
          ]
      return {
        exported: withTables(clean, { name: roster.name.replace('member', 'illness'), rows }),
        touched: [],
        names: [/illness/],
      }
    },
  },
  {
    name: 'a hidden sheet of last year',
    fits: isWorkbook,
    plant: ({ clean, form }) => {
      const old = mainOf(clean)
      const income = old.rows[0]?.indexOf(form.header('net_income')) ?? -1
      const rows = old.rows.map((row, line) => (line === 0 ? row : row.with(income, '10')))
      return {
        exported: { tables: [{ name: '2019', rows, state: 'veryHidden' }, ...clean.tables] },
        touched: [],
        names: [/2019/, /hidden/],
      }
    },
  },
  {
    name: 'empty sheets',
    fits: isWorkbook,
    plant: ({ clean }) => ({
      exported: withTables(clean, { name: 'Sheet2', rows: [] }, { name: 'Sheet3', rows: [] }),
      touched: [],
      names: [],
    }),
  },
  {
    name: 'the form beside its answers',
    fits: isWorkbook,
    plant: ({ clean }) => ({
      exported: withTables(
        clean,
        {
          name: 'survey',
          rows: [
            ['type', 'name', 'label'],
            ['integer', 'net_income', 'What is the net income?'],
            ['select_one yn', 'risk', 'Is there a risk?'],
          ],
        },
        {
          name: 'choices',
          rows: [
            ['list_name', 'name', 'label'],
            ['yn', 'yes', 'Yes'],
            ['yn', 'no', 'No'],
          ],
        },
      ),
      touched: [],
      names: [/survey/],
    }),
  },
  {
    name: 'a second sheet of the same households with other answers',
    fits: (form) => isWorkbook(form) && form.row === 'household',
    plant: ({ clean, form, village }) => {
      const old = mainOf(clean)
      const income = old.rows[0]?.indexOf(form.header('net_income')) ?? -1
      const rows = old.rows.map((row, line) => (line === 0 ? row : row.with(income, '10')))
      return {
        exported: withTables(clean, { name: 'copy', rows }),
        touched: all(village),
        names: [/copy/],
        isQuestion: true,
      }
    },
  },
  {
    name: 'the income of one person in a group of its own',
    fits: ({ name }) => /^(?:KoboToolbox|Ona)/.test(name),
    plant: ({ clean, form, village }) => ({
      exported: withMain(renamed(clean, form.header('net_income'), 'g1/q7'), ([head = [], ...rows]) => [
        [...head, 'spouse/age', 'spouse/net_income'],
        ...rows.map((row) => [...row, '44', '900']),
      ]),
      touched: all(village),
      names: [/spouse\/net_income/],
      isQuestion: true,
    }),
  },
  {
    name: 'headers with stars, blanks and line breaks',
    plant: ({ clean, form }) => {
      const odd: Readonly<Record<string, string>> = {
        [form.header('net_income')]: `${form.header('net_income')} *`,
        [form.header('food_secure')]: `  ${form.header('food_secure')} `,
        [form.header('water_minutes')]: `${form.header('water_minutes')}*`,
      }
      return {
        exported: withMain(clean, ([head = [], ...rows]) => [head.map((each) => odd[each] ?? each), ...rows]),
        touched: [],
        names: [],
      }
    },
  },
  {
    name: 'the status in a column without a telling name',
    plant: ({ clean, form, village }) => ({
      exported: renamed(clean, form.header('registration_status'), 'q17'),
      touched: all(village),
      names: [/q17/, /registration_status/],
      isQuestion: true,
    }),
  },
  ...['贫困户属性', '脱贫状态', 'reg_status', 'registration status 2020'].map(
    (name): Oddity => ({
      name: `the status under the name ${name}`,
      plant: ({ clean, form, village }) => ({
        exported: renamed(clean, form.header('registration_status'), name),
        touched: all(village),
        names: [says(name), /registration_status/],
        isQuestion: true,
      }),
    }),
  ),
  {
    name: 'a roster of which households are missing',
    fits: (form) => isKoboBook(form) || isOdk(form),
    plant: ({ clean, form, village, chance }) => {
      const few = some(village, 2, chance)
      const keys = few.map((id) =>
        form.keyOf(
          id,
          village.findIndex((each) => each.id === id),
        ),
      )
      return {
        exported: withMain(clean, (rows) => {
          const at = rows[0]?.indexOf(form.key) ?? -1
          return rows.filter((row) => !keys.includes(row[at] ?? ''))
        }),
        touched: few,
        names: [/orphan/],
      }
    },
  },
]
