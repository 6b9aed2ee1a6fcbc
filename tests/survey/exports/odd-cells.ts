import { all, type Oddity, renamed, says, some, withCells } from './oddity.js'

const NAMES_MONEY = 'net_income'

/** Cells and columns of numbers, days and answers that mean something else than they seem to. */
export const ODD_CELLS: readonly Oddity[] = [
  {
    name: 'a negative code for no answer among incomes',
    plant: (ground) => {
      const few = some(ground.village, 3, ground.chance)
      return {
        ...withCells(ground, NAMES_MONEY, (_, id) => (few.includes(id) ? '-99' : null)),
        names: [says(ground.form.header(NAMES_MONEY)), /-99/],
      }
    },
  },
  {
    name: 'a code of nines among incomes',
    plant: (ground) => {
      const few = some(ground.village, 4, ground.chance)
      return {
        ...withCells(ground, NAMES_MONEY, (_, id) => (few.includes(id) ? '999999' : null)),
        names: [says(ground.form.header(NAMES_MONEY)), /999999/],
      }
    },
  },
  {
    name: 'codes for no answer among minutes',
    plant: (ground) => {
      const few = some(ground.village, 4, ground.chance)
      return {
        ...withCells(ground, 'water_minutes', (_, id) => (few.includes(id) ? '998' : null)),
        names: [says(ground.form.header('water_minutes')), /998/],
      }
    },
  },
  {
    name: 'a code for no answer among household sizes',
    plant: (ground) => {
      const few = some(ground.village, 3, ground.chance)
      return {
        ...withCells(ground, 'household_size', (_, id) => (few.includes(id) ? '99' : null)),
        names: [says(ground.form.header('household_size')), /99/],
      }
    },
  },
  {
    name: 'an income with a word behind it',
    plant: (ground) => {
      const few = some(ground.village, 2, ground.chance)
      return {
        ...withCells(ground, NAMES_MONEY, (cell, id) => (few.includes(id) ? `${cell} VENTA` : null)),
        names: [says(ground.form.header(NAMES_MONEY)), /VENTA/],
      }
    },
  },
  {
    name: 'incomes in another unit',
    plant: (ground) => {
      const header = ground.form.header(NAMES_MONEY)
      const { exported } = withCells(ground, NAMES_MONEY, (cell) => String(Number(cell) / 10_000))
      return {
        exported: renamed(exported, header, `${header}(万元)`),
        touched: all(ground.village),
        names: [says(`${header}(万元)`), /10,?000/],
      }
    },
  },
  {
    name: 'incomes in another unit that the title says',
    plant: (ground) => {
      const { tables } = withCells(ground, NAMES_MONEY, (cell) => String(Number(cell) / 10_000)).exported
      const titled = tables.map((each) => {
        const blank = (each.rows[0] ?? []).slice(1).map(() => '')
        return { ...each, rows: [['农户调查表（单位：万元）', ...blank], ...each.rows] }
      })
      return {
        exported: { tables: titled },
        touched: all(ground.village),
        names: [says('万元'), /10,?000/],
        answer: ['--title-rows', '1'],
      }
    },
  },
  {
    name: 'incomes with a mark that parts thousands',
    plant: (ground) => ({
      ...withCells(ground, NAMES_MONEY, (cell) =>
        cell.length < 4 ? null : `${cell.slice(0, -3)},${cell.slice(-3)}`,
      ),
      names: [says(ground.form.header(NAMES_MONEY))],
    }),
  },
  {
    name: 'answers as 1 and 2',
    plant: (ground) => ({
      ...withCells(ground, 'water_shortage', (cell) => (['yes', '是'].includes(cell) ? '1' : '2')),
      names: [says(ground.form.header('water_shortage'))],
    }),
  },
  {
    name: 'years of another calendar',
    plant: (ground) => {
      const few = some(ground.village, 3, ground.chance)
      return {
        ...withCells(ground, 'survey_date', (cell, id) =>
          few.includes(id) ? cell.replace('2020', '2563') : null,
        ),
        names: [says(ground.form.header('survey_date')), /2563/],
      }
    },
  },
  {
    name: 'numbers that a workbook shows in 万',
    fits: ({ container }) => container === 'workbook',
    plant: (ground) => {
      const header = ground.form.header(NAMES_MONEY)
      const { exported } = withCells(ground, NAMES_MONEY, (cell) => String(Number(cell) / 10_000))
      return {
        exported: { tables: exported.tables.map((each) => ({ ...each, shown: { [header]: 'in 万' } })) },
        touched: all(ground.village),
        names: [says(header), /万/],
      }
    },
  },
  {
    name: 'numbers that a workbook shows with their unit',
    fits: ({ container }) => container === 'workbook',
    plant: ({ clean, form }) => ({
      exported: {
        tables: clean.tables.map((each) => ({
          ...each,
          shown: { [form.header(NAMES_MONEY)]: 'with a unit' as const },
        })),
      },
      touched: [],
      names: [],
    }),
  },
]
