import { say } from '../../base/say/say.js'
import { anyOf } from '../../base/wording.js'
import type { DayRange, FactDeclaration } from '../../lang/pack.js'
import { adviseDate } from './advice.js'
import { adviseCounted, countedDays } from './counted-day.js'
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
              outOfDays(quoteCell(cell, declaration), declaration.days),
              say('out-of-range.help.day'),
              say('out-of-range.why'),
            )
      case 'no-day':
        return invalid(
          'invalid-date',
          say('invalid-date.no-day', { cell: quoteCell(cell, declaration) }),
          help(cell, declaration),
        )
      case 'ambiguous':
        return ambiguous(cell, declaration, day.possible)
      case 'no-date':
        return noDate(cell, declaration)
    }
  }
}

const isWithin = (day: string, { from, to }: DayRange): boolean =>
  (from === null || day >= from) && (to === null || day <= to)

function outOfDays(cell: string, { from, to }: DayRange): string {
  if (from !== null && to !== null) return say('out-of-range.days', { cell, from, to })
  return from === null
    ? say('out-of-range.late', { cell, to: to ?? '' })
    : say('out-of-range.early', { cell, from })
}

const help = (cell: string, { personal }: FactDeclaration): string => adviseDate(personal ? '' : cell)

/** A number may be a day that a program has counted. */
function noDate(cell: string, declaration: FactDeclaration): Reading {
  const message = say('invalid-date', { cell: quoteCell(cell, declaration) })
  const days = countedDays(cell, declaration.days)
  if (days.length === 0) return invalid('invalid-date', message, help(cell, declaration))
  const advice = adviseCounted(days, declaration.personal)
  return { fact: { kind: 'gap', reason: 'invalid' }, fault: { code: 'invalid-date', message, ...advice } }
}

function ambiguous(
  cell: string,
  declaration: FactDeclaration,
  possible: Extract<WrittenDay, { kind: 'ambiguous' }>['possible'],
): Reading {
  const days = anyOf(possible.map(({ date }) => `\`${date}\``))
  const message = declaration.personal
    ? say('ambiguous-date.personal')
    : say('ambiguous-date', { cell: quoteCell(cell, declaration), days })
  const orders = anyOf(possible.map(({ order }) => `\`dates: ${order}\``))
  const why = say('ambiguous-date.why')
  return invalid('ambiguous-date', message, say('ambiguous-date.help', { orders }), why)
}
