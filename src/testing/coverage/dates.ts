import { isDate } from '../../base/date.js'
import type { Criterion, Pack } from '../../lang/pack.js'
import { expressionsOfCriterion, readsOf } from '../../lang/reads.js'
import { dependsOn } from '../prove/comparisons.js'

/** The day before (-1) or after (1) a date; `null` at the end of the calendar. */
export function dayBeside(date: string, days: -1 | 1): string | null {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const same = written(year, month, day + days)
  if (isDate(same)) return same
  const around = days === 1 ? 1 : -1
  const [otherYear, otherMonth] =
    month + around === 13 ? [year + 1, 1] : month + around === 0 ? [year - 1, 12] : [year, month + around]
  const tries = days === 1 ? [1] : [31, 30, 29, 28]
  return tries.map((each) => written(otherYear, otherMonth, each)).find(isDate) ?? null
}

const written = (year: number, month: number, day: number) =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')

/** The pack's own date, then every date on which something changes that a criterion reads, and the day before the first. */
export function datesOfCriterion(pack: Pack, criterion: Criterion): (string | null)[] {
  const expressions = expressionsOfCriterion(criterion)
  const dates = new Set<string>(criterion.since === null ? [] : [criterion.since])
  for (const { name, values } of pack.parameters.values()) {
    const isRead = expressions.some(
      (e) =>
        readsOf(pack, e).some(
          (read) => read !== 'members' && read.kind === 'parameter' && read.name === name,
        ) || dependsOn(pack, e, 'parameter', name),
    )
    if (!isRead) continue
    for (const { from, to } of values) {
      dates.add(from)
      const after = to === null ? null : dayBeside(to, 1)
      if (after !== null) dates.add(after)
    }
  }
  const others = [...dates].sort()
  const before = others.flatMap((date) => dayBeside(date, -1) ?? []).slice(0, 1)
  const sinceBefore = criterion.since === null ? [] : [dayBeside(criterion.since, -1)]
  return [...new Set([pack.asOf, ...others, ...before, ...sinceBefore])]
}
