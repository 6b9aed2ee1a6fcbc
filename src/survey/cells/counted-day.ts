import { advise } from '../../base/advice.js'
import { dayOfSpreadsheet } from '../../base/date.js'
import { say } from '../../base/say/say.js'
import { anyOf } from '../../base/wording.js'
import type { DayRange } from '../../lang/pack.js'
import type { CellFault } from './reading.js'

/** Who counts days or seconds, and from which day on. */
type Counting = 'spreadsheets' | 'stata' | 'r' | 'unix' | 'spss'

/** A number as a day. */
export interface CountedDay {
  readonly by: Counting
  readonly date: string
}

/** The first days of these, as spreadsheets count. */
const FROM = { 1582: -115_859, 1960: 21_916, 1970: 25_569 }

/** Days that nobody who is asked now was born before, or is asked after, where a fact declares none. */
const BELIEVED = { from: '1900-01-01', to: '2049-12-31' }

/** The days that a number may be, of those that a fact can have; none where it is not such a number. */
export function countedDays(cell: string, { from, to }: DayRange): CountedDay[] {
  return countings(cell)
    .map(([by, serial]) => ({ by, date: serial < FIRST ? '' : dayOfSpreadsheet(serial) }))
    .filter(({ date }) => date >= (from ?? BELIEVED.from) && date <= (to ?? BELIEVED.to))
}

/** 1 March 1900. */
const FIRST = 61

/** Each way to count, with the number of the day as spreadsheets count it. */
function countings(cell: string): (readonly [Counting, number])[] {
  if (!/^[1-9]\d*(?:\.\d+)?$/.test(cell)) return []
  const number = Number(cell)
  const [{ length }] = cell.split('.') as [string]
  const days = Math.floor(number)
  const secondsOf = (seconds: number) => Math.floor(seconds / 86_400)
  if (length === 5)
    return [
      ['spreadsheets', days],
      ['stata', FROM[1960] + days],
      ['r', FROM[1970] + days],
    ]
  if (length === 9 || length === 10) return [['unix', FROM[1970] + secondsOf(number)]]
  if (length === 11) return [['spss', FROM[1582] + secondsOf(number)]]
  return length === 13 ? [['unix', FROM[1970] + secondsOf(number / 1000)]] : []
}

/** What to do about a number that may be these days. Only where it can be no other is a line ready to paste. */
export function adviseCounted(
  days: readonly CountedDay[],
  isPersonal: boolean,
): Pick<CellFault, 'help' | 'fix'> {
  const [first] = days
  if (first?.by === 'spreadsheets' && days.length === 1)
    return advise({ mapping: 'dates: excel' }, (flag) => say('invalid-date.help.excel', { flag }))
  const readings = anyOf(
    days.map(({ by, date }) =>
      isPersonal ? say(`counted-day.${by}`) : say('counted-day', { date, by: say(`counted-day.${by}`) }),
    ),
  )
  return first?.by === 'spreadsheets'
    ? { help: say('invalid-date.help.either', { readings, flag: '`dates: excel`' }) }
    : { help: say('invalid-date.help.counted', { readings }) }
}
