import type { DateStyle } from './styles.js'

const DAY = 86_400_000

/** 1899-12-30 and 1904-01-01, from which workbooks count days, as days before 1970-01-01. */
const EPOCHS = { 1900: 25_569, 1904: 24_107 }

const LAST_DAY = 2_958_465

/**
 * A day, time or span that a workbook holds as a number of days, in ISO 8601: `2024-07-30`, `2024-07-30T14:02:53`, `14:02:53`, `26:30:00`.
 * `null` where no day has that number: below 0, beyond 9999, or 1900-02-29, which Excel counts and the calendar does not.
 */
export function isoOfSerial(
  text: string,
  style: Exclude<DateStyle, null>,
  epoch: 1900 | 1904,
): string | null {
  const serial = Number(text)
  if (!(serial >= 0 && serial <= LAST_DAY)) return null
  const rounded = Math.round(serial * DAY)
  const time = timeText(rounded % DAY)
  if (style === 'span') return spanText(rounded)
  if (style === 'time' && serial < 1) return time
  const date = dateText(Math.floor(rounded / DAY), epoch)
  if (date === null) return null
  return style === 'date' && rounded % DAY === 0 ? date : `${date}T${time}`
}

/** Before 1900-03-01 the numbers are one too small, as Excel counts a 29 February 1900. */
function dateText(day: number, epoch: 1900 | 1904): string | null {
  if (epoch === 1900 && (day < 1 || day === 60)) return null
  return civil(day - EPOCHS[epoch] + (epoch === 1900 && day < 60 ? 1 : 0))
}

/** The Gregorian date that lies a number of days after 1970-01-01, by eras of 400 years that begin in March. */
function civil(days: number): string {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

function timeText(milliseconds: number): string {
  return spanText(milliseconds).padStart(8, '0')
}

function spanText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const rest = milliseconds % 1000
  const whole = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return rest === 0 ? whole : `${whole}.${String(rest).padStart(3, '0')}`
}

const two = (number: number) => String(number).padStart(2, '0')
