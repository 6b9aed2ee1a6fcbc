import { isDate } from '../../base/date.js'
import { quoted } from '../fault-list.js'
import type { CitedSource } from '../pack.js'
import { checkDate, type LoadContext } from '../shape/context.js'
import type { RawPack } from '../shape/pack-schema.js'

/** A source that the pack cites. A date that is not a year, month or day is reported. */
export function citedSource(context: LoadContext, id: string, raw: RawPack['sources'][string]): CitedSource {
  const path = ['sources', id, 'date']
  const date = raw.date === undefined ? null : context.places.text(path)
  if (date !== null && !isYearMonthOrDay(date))
    context.fault('bad-date', context.places.value(path), `${quoted(date)} is not a year, month or day`, {
      help: 'write YYYY, YYYY-MM or YYYY-MM-DD',
    })
  if (raw.checked !== undefined) checkDate(context, ['sources', id, 'checked'])
  const { publisher = null, url = null, checked = null } = raw
  return { id, title: raw.title, publisher, date, url, checked }
}

/** `2020`, `2020-07` or `2020-07-31`. */
const isYearMonthOrDay = (text: string): boolean =>
  text.length <= 10 && isDate(`${text}${'-01-01'.slice(Math.max(0, text.length - 4))}`)
