import { shuffled } from '../../engine/random/chance.js'
import type { ExportForm } from './export.js'
import { householdsOf, mainOf, type Oddity, says, some, withMain } from './oddity.js'

const isHouseholds = ({ row }: ExportForm) => row === 'household'
const isText = ({ container }: ExportForm) => container !== 'workbook'

const NUMBERS = ['household_size', 'net_income', 'water_minutes']

/** Rows that are no households, and households in rows as they should not be. */
export const ODD_ROWS: readonly Oddity[] = [
  {
    name: 'a row of totals',
    fits: ({ row }) => row !== 'block',
    plant: ({ clean, form }) => {
      const sums = NUMBERS.map(form.header)
      return {
        exported: withMain(clean, (rows) => {
          const [head = [], ...own] = rows
          const sum = (at: number) => String(own.reduce((total, row) => total + Number(row[at]), 0))
          const total = head.map((header, at) =>
            header === form.key ? '合计' : sums.includes(header) ? sum(at) : '',
          )
          return [...rows, total]
        }),
        touched: [],
        names: [/合计|total/],
      }
    },
  },
  {
    name: 'who filled the table in, below it',
    fits: ({ row }) => row !== 'block',
    plant: ({ clean }) => ({
      exported: withMain(clean, (rows) => {
        const blank = (rows[0] ?? []).map(() => '')
        return [
          ...rows,
          blank.with(0, '填表人：刘翠英').with(2, '审核人：马国栋'),
          blank.with(1, '注：本表一式两份'),
        ]
      }),
      touched: [],
      names: [/filled/],
    }),
  },
  {
    name: 'a row that numbers the columns',
    fits: ({ row }) => row !== 'block',
    plant: ({ clean }) => ({
      exported: {
        tables: clean.tables.map(({ rows: [head = [], ...rows], ...rest }) => ({
          ...rest,
          rows: [head, head.map((_, at) => String(at + 1)), ...rows],
        })),
      },
      touched: [],
      names: [/number/],
      answer: ['--label-rows', '1'],
    }),
  },
  {
    name: 'the header again between the rows',
    fits: ({ row }) => row !== 'block',
    plant: ({ clean, chance }) => {
      const { rows } = mainOf(clean)
      const at = 5 + chance(rows.length - 6)
      return {
        exported: withMain(clean, (own) => [...own.slice(0, at), own[0] ?? [], ...own.slice(at)]),
        touched: [],
        names: [/header/],
      }
    },
  },
  {
    name: 'a title, a unit and the header again on the next page',
    fits: ({ row }) => row !== 'block',
    plant: ({ clean, chance }) => {
      const { rows } = mainOf(clean)
      const at = 5 + chance(rows.length - 6)
      const blank = (rows[0] ?? []).map(() => '')
      const page = [blank.with(0, '2020年农户调查表（续表）'), blank.with(1, '单位：元'), rows[0] ?? []]
      return {
        exported: withMain(clean, (own) => [...own.slice(0, at), ...page, ...own.slice(at)]),
        touched: [],
        names: [/title/],
      }
    },
  },
  {
    name: 'a title above the header',
    plant: ({ clean }) => ({
      exported: {
        tables: clean.tables.map((each) => {
          const title = ['2020年农户调查表', ...(each.rows[0] ?? []).slice(1).map(() => '')]
          return { ...each, rows: [title, ...each.rows] }
        }),
      },
      touched: [],
      names: [/title/],
      answer: ['--title-rows', '1'],
    }),
  },
  {
    name: 'a row of labels below the header',
    fits: ({ row }) => row !== 'block',
    plant: ({ clean }) => ({
      exported: {
        tables: clean.tables.map(({ rows: [head = [], ...rows], ...rest }) => ({
          ...rest,
          rows: [head, head.map((each) => `What is ${each}?`), ...rows],
        })),
      },
      touched: [],
      names: [/label/],
      answer: ['--label-rows', '1'],
    }),
  },
  {
    name: 'a household twice, with other answers',
    fits: isHouseholds,
    plant: (ground) => {
      const few = some(ground.village, 2, ground.chance)
      const of = householdsOf(ground)
      const { village, form } = ground
      return {
        exported: withMain(ground.clean, (rows) => {
          const income = rows[0]?.indexOf(form.header('net_income')) ?? -1
          const again = rows.filter((_, line) => few.includes(of[line] ?? ''))
          return [...rows, ...again.map((row) => row.with(income, '100'))]
        }),
        touched: few,
        names: few.map((id) =>
          says(
            form.keyOf(
              id,
              village.findIndex((each) => each.id === id),
            ),
          ),
        ),
      }
    },
  },
  {
    name: 'interviews that were refused',
    fits: isHouseholds,
    plant: (ground) => {
      const few = some(ground.village, 3, ground.chance)
      const of = householdsOf(ground)
      const { clean, form } = ground
      const kept = [form.key, 'CLUSTER', 'HHNO', '_id', '_index', 'interview__key', 'interview__status']
      return {
        exported: withMain(clean, ([head = [], ...rows]) => [
          [...head, 'consent'],
          ...rows.map((row, at) =>
            few.includes(of[at + 1] ?? '')
              ? [...row.map((cell, column) => (kept.includes(head[column] ?? '') ? cell : '')), 'no']
              : [...row, 'yes'],
          ),
        ]),
        touched: few,
        names: [/consent/],
      }
    },
  },
  {
    name: 'interviews that a reviewer rejected',
    fits: ({ name }) => /^(?:ODK|Survey Solutions)/.test(name),
    plant: (ground) => {
      const few = some(ground.village, 3, ground.chance)
      const of = householdsOf(ground)
      const { clean, form } = ground
      const [column, rejected] =
        form.preset === 'odk' ? ['ReviewState', 'rejected'] : ['interview__status', '65']
      return {
        exported: withMain(clean, (rows) => {
          const at = rows[0]?.indexOf(column) ?? -1
          return rows.map((row, line) => (few.includes(of[line] ?? '') ? row.with(at, rejected) : row))
        }),
        touched: few,
        names: [says(column)],
      }
    },
  },
  {
    name: 'ids that a spreadsheet has made numbers',
    fits: ({ name }) => name.startsWith('CSPro'),
    plant: (ground) => {
      const few = some(ground.village, 2, ground.chance)
      const of = householdsOf(ground)
      return {
        exported: withMain(ground.clean, (rows) => {
          const at = rows[0]?.indexOf(ground.form.key) ?? -1
          return rows.map((row, line) => (few.includes(of[line] ?? '') ? row.with(at, '4.40981E+17') : row))
        }),
        touched: few,
        names: [/destroyed|E\+17/],
      }
    },
  },
  {
    name: 'ids with .0 behind them',
    fits: ({ name }) => name.startsWith('CSPro'),
    plant: ({ clean, form }) => ({
      exported: {
        tables: clean.tables.map(({ rows: [head = [], ...rows], ...rest }) => ({
          ...rest,
          rows: [
            head,
            ...rows.map((row) => row.with(head.indexOf(form.key), `${row[head.indexOf(form.key)]}.0`)),
          ],
        })),
      },
      touched: [],
      names: [],
    }),
  },
  {
    name: 'members of whom nothing is written',
    fits: (form) => /^(?:KoboToolbox, a workbook|ODK|CommCare|Survey Solutions|CSPro)/.test(form.name),
    plant: (ground) => {
      const { clean, form, village } = ground
      const few = some(village, 3, ground.chance)
      const keys = few.map((id) =>
        form.keyOf(
          id,
          village.findIndex((each) => each.id === id),
        ),
      )
      const facts = ['age', 'in_school', 'school_exempt', 'completed_grade_9', 'insured'].map((fact) =>
        form.memberHeader(fact, 1),
      )
      const blank = ['name', 'form.member.name', ...facts]
      return {
        exported: {
          tables: clean.tables.map((each, at) => {
            const [head = [], ...rows] = each.rows
            if (at === 0) return each
            const more = rows
              .filter((row) => row.some((cell) => keys.includes(cell)))
              .map((row) => row.map((cell, column) => (blank.includes(head[column] ?? '') ? '' : cell)))
            return { ...each, rows: [head, ...rows, ...more] }
          }),
        },
        touched: few,
        names: [],
      }
    },
  },
  {
    name: 'rows in another order',
    plant: ({ clean, chance }) => ({
      exported: {
        tables: clean.tables.map((each) => {
          const [head = [], ...rows] = each.rows
          return { ...each, rows: [head, ...shuffled(rows, chance)] }
        }),
      },
      touched: [],
      names: [],
    }),
  },
  {
    name: 'columns in another order',
    plant: ({ clean, chance }) => ({
      exported: withMain(clean, (rows) => {
        const order = shuffled([...(rows[0] ?? []).keys()], chance)
        return rows.map((row) => order.map((at) => row[at] ?? ''))
      }),
      touched: [],
      names: [],
    }),
  },
  {
    name: 'rows that end too early',
    fits: isText,
    plant: (ground) => {
      const few = some(ground.village, 2, ground.chance)
      const of = householdsOf(ground)
      return {
        exported: withMain(ground.clean, (rows) =>
          rows.map((row, line) => (few.includes(of[line] ?? '') ? row.slice(0, -3) : row)),
        ),
        touched: few,
        names: [/ragged-row|cells/],
      }
    },
  },
  {
    name: 'a mark of the delimiter in the first line',
    fits: ({ container }) => container === 'folder',
    plant: ({ clean, form }) => ({
      exported: clean,
      touched: [],
      names: [],
      change: (files) => {
        const [[name, bytes] = ['', Buffer.alloc(0)], ...others] = Object.entries(files)
        const marked = Buffer.concat([Buffer.from(`sep=${form.csv.delimiter ?? ','}\r\n`), bytes])
        return Object.fromEntries([[name, marked], ...others])
      },
    }),
  },
  {
    name: 'a separator too many at the end of each line',
    fits: ({ container }) => container === 'folder',
    plant: ({ clean }) => ({
      exported: withMain(clean, (rows) => rows.map((row) => [...row, ''])),
      touched: [],
      names: [],
    }),
  },
]
