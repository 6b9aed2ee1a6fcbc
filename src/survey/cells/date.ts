import { advise } from '../../base/advice.js'
import type { DayRange, FactDeclaration } from '../../lang/pack.js'
import { adviseDate } from './advice.js'
import type { CellOptions } from './options.js'
import { type CellReader, invalid, known, quoteCell, type Reading } from './reading.js'
import { readDay, type WrittenDay } from './written-day.js'

/** Reads the cells of dates: the day as it is written; its time and time zone do not matter. */
export function dateReader(declaration: FactDeclaration, { dates }: CellOptions): CellReader {
  return (cell) => {
    const day = readDay(cell, dates)
    switch (day.kind) {
      case 'day':
        return isWithin(day.date, declaration.days)
          ? known(day.date)
          : invalid(
              'out-of-range',
              `${quoteCell(cell, declaration)} is ${describeDays(declaration.days)}`,
              'correct the day',
              'a day in another calendar or in the future is no day of this survey',
            )
      case 'no-day':
        return invalid(
          'invalid-date',
          `${quoteCell(cell, declaration)} is no day of the calendar`,
          help(cell, declaration),
        )
      case 'ambiguous':
        return ambiguous(cell, declaration, day.possible)
      case 'no-date':
        return isSerial(cell)
          ? countedDay(cell, declaration)
          : invalid('invalid-date', `${quoteCell(cell, declaration)} is no date`, help(cell, declaration))
    }
  }
}

const isWithin = (day: string, { from, to }: DayRange): boolean =>
  (from === null || day >= from) && (to === null || day <= to)

function describeDays({ from, to }: DayRange): string {
  if (from !== null && to !== null) return `outside the days from ${from} to ${to}`
  return from === null
    ? `after ${to}, the last day there can be`
    : `before ${from}, the first day there can be`
}

const help = (cell: string, { personal }: FactDeclaration): string => adviseDate(personal ? '' : cell)

/** Days of the years 1927 to 2118 as spreadsheets count them. */
const isSerial = (cell: string): boolean => /^[1-7]\d{4}(?:\.\d+)?$/.test(cell)

function countedDay(cell: string, declaration: FactDeclaration): Reading {
  const message = `${quoteCell(cell, declaration)} is no date`
  const advice = advise(
    { mapping: 'dates: excel' },
    (quoted) => `say ${quoted} in the mapping where cells are days as spreadsheets count them`,
  )
  return { fact: { kind: 'gap', reason: 'invalid' }, fault: { code: 'invalid-date', message, ...advice } }
}

function ambiguous(
  cell: string,
  declaration: FactDeclaration,
  possible: Extract<WrittenDay, { kind: 'ambiguous' }>['possible'],
): Reading {
  const days = possible.map(({ date }) => `\`${date}\``).join(' or ')
  const message = declaration.personal
    ? '`…` may be several days'
    : `${quoteCell(cell, declaration)} may be ${days}`
  const orders = possible.map(({ order }) => `\`dates: ${order}\``).join(' or ')
  const why = 'nothing declares the order of day, month and year'
  return invalid(
    'ambiguous-date',
    message,
    `write the date as YYYY-MM-DD, or say in the mapping ${orders}`,
    why,
  )
}
