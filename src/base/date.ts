const DATE = /^(\d{4})-(\d{2})-(\d{2})$/

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** True if the text is a `YYYY-MM-DD` that exists in the Gregorian calendar. Such texts sort like the days. */
export function isDate(text: string): boolean {
  const [, y, m, d] = DATE.exec(text) ?? []
  if (y === undefined || m === undefined || d === undefined) return false
  const [year, month, day] = [Number(y), Number(m), Number(d)]
  if (year < 1 || month < 1 || month > 12 || day < 1) return false
  return day <= (month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0))
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Completed years from one date to another; negative before birth. A person born on 29 February completes a year on 1 March. */
export function completedYears(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  const anniversary = from.slice(5) === '02-29' && !isLeap(Number(to.slice(0, 4))) ? '03-01' : from.slice(5)
  return to.slice(5) >= anniversary ? years : years - 1
}

const DAYS_OF_400_YEARS = 146_097
/** Days from 1 March of the year 0 to the day that spreadsheets count as 0. */
const DAYS_TO_SPREADSHEETS = 693_899

/** The day of a spreadsheet's day number, from 61 (1 March 1900) on: 44861 is 2022-10-27. */
export function dayOfSpreadsheet(serial: number): string {
  const days = serial + DAYS_TO_SPREADSHEETS
  const era = Math.floor(days / DAYS_OF_400_YEARS)
  const ofEra = days - era * DAYS_OF_400_YEARS
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * ofYear + 2) / 153)
  const day = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return [`${year}`.padStart(4, '0'), `${month}`.padStart(2, '0'), `${day}`.padStart(2, '0')].join('-')
}
