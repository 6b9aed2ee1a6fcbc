const DATE = /^(\d{4})-(\d{2})-(\d{2})$/

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether the text is a `YYYY-MM-DD` that exists in the Gregorian calendar. Such texts sort as the days do. */
export function isDate(text: string): boolean {
  const [, y, m, d] = DATE.exec(text) ?? []
  if (y === undefined || m === undefined || d === undefined) return false
  const [year, month, day] = [Number(y), Number(m), Number(d)]
  if (year < 1 || month < 1 || month > 12 || day < 1) return false
  return day <= (month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0))
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Completed years from one date to another; somebody born on 29 February completes a year on 1 March. Negative before birth. */
export function completedYears(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  const anniversary = from.slice(5) === '02-29' && !isLeap(Number(to.slice(0, 4))) ? '03-01' : from.slice(5)
  return to.slice(5) >= anniversary ? years : years - 1
}
