import { PERSON, REFUSED_UNIT, sameUnit, unitText } from '../expression/unit.js'
import { quoted } from '../fault-list.js'
import type { FactDeclaration } from '../pack.js'
import type { LoadContext } from '../shape/context.js'
import type { Path } from '../shape/places.js'
import type { Declarations } from './declarations.js'

/** Reports facts that `record` names and that do not exist or have the wrong type. */
export function checkRecord(context: LoadContext, { record, facts, derived }: Declarations): void {
  const check = (path: Path, name: string, what: string, fits: (fact: FactDeclaration) => boolean) => {
    const fact = facts.get(name) ?? derived.get(name)
    if (fact === undefined ? isRefused(context, name) : fits(fact)) return
    const fitting = [...facts.values(), ...derived.values()].filter(fits).map((each) => each.name)
    const help =
      context.suggest(name, fitting) ??
      (fitting.length > 0 ? `there is ${fitting.slice(0, 5).map(quoted).join(', ')}` : undefined)
    context.fault(
      'unknown-name',
      context.places.value(['record', ...path]),
      `${quoted(name)} is not a ${what}`,
      { help },
    )
  }
  const isOf =
    (...types: string[]) =>
    (fact: FactDeclaration) =>
      types.includes(fact.type) && facts.has(fact.name)
  check(['id'], record.id, `text fact of the ${record.name}`, isOf('text'))
  if (record.date !== null) check(['date'], record.date, `date fact of the ${record.name}`, isOf('date'))
  if (record.size !== null)
    check(
      ['size'],
      record.size,
      'count in person',
      ({ type, unit }) =>
        type === 'count' && unit !== null && (unit === REFUSED_UNIT || sameUnit(unit, PERSON)),
    )
  for (const [index, place] of record.places.entries())
    check(['places', index], place, `text or code fact of the ${record.name}`, isOf('text', 'code'))
}

const isRefused = ({ refused }: LoadContext, name: string) =>
  refused.has('facts', name) || refused.has('derived', name)

/** Reports ages of the record, ages without a date of the member to count from, and ages that are not in years. */
export function checkAges(context: LoadContext, { group, facts, memberFacts }: Declarations): void {
  const { places } = context
  const pathOf = (under: string, fact: FactDeclaration) => [
    'facts',
    under,
    fact.name,
    'completed_years_since',
  ]
  for (const fact of facts.values()) {
    if (fact.completedYearsSince === null || fact.unit === null) continue
    const at = places.key(pathOf(group, fact))
    context.fault('shape', at, 'only a fact of a member has `completed_years_since`')
  }
  for (const fact of memberFacts?.values() ?? []) {
    const since = fact.completedYearsSince
    if (since === null || fact.unit === null) continue
    const path = pathOf('member', fact)
    if (memberFacts?.get(since)?.type !== 'date' && !context.refused.has('facts', since)) {
      const dates = [...(memberFacts?.values() ?? [])].filter(({ type }) => type === 'date')
      const help = context.suggest(
        since,
        dates.map(({ name }) => name),
      )
      context.fault('unknown-name', places.value(path), `${quoted(since)} is not a date fact of a member`, {
        help,
      })
    }
    if (memberFacts?.get(since)?.personal)
      context.fault('type', places.value(path), `${quoted(since)} is personal`, {
        why: 'an age is an input of rules, and personal facts are never one',
        help: 'take `personal` away from the date, or record ages instead',
      })
    if (fact.unit !== REFUSED_UNIT && unitText(fact.unit) !== 'year')
      context.fault('unit', places.key(path), 'completed years have the unit year')
  }
}
