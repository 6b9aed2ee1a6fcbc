import type { LoadContext } from '../context.js'
import { quoted } from '../fault-list.js'
import type { Property, TableRow } from '../pack.js'
import type { RawPack } from '../schema.js'
import { entriesOf } from '../shape/places.js'
import { checkIds } from './ids.js'

/** The decision that no table may name: it is given wherever the evidence does not suffice. */
export const VERIFY = 'verify'

/** Every outcome with its title, in the order declared, else in that of the tables; those that no table gives are reported. */
export function outcomesOf(
  context: LoadContext,
  raw: RawPack,
  tables: ReadonlyMap<string, readonly TableRow[]>,
): Map<string, string> {
  const given = givenBy(raw)
  const outcomes = new Map(entriesOf(context.places, ['outcomes'], raw.outcomes))
  const declared = new Set([...outcomes.keys(), ...context.refused.names('outcomes')])
  for (const outcome of outcomes.keys()) checkGiven(context, ['outcomes', outcome], outcome, given)
  for (const { then } of [...tables.values()].flat()) {
    if (outcomes.has(then)) continue
    if (raw.outcomes !== undefined && !declared.has(then)) {
      const help = context.suggest(then, declared) ?? `add \`${then}:\` and its title`
      const message = `${quoted(then)} has no title under \`outcomes\``
      context.fault('bad-table', context.places.key(['outcomes']), message, { help })
    }
    outcomes.set(then, then.replaceAll('_', ' '))
  }
  return outcomes
}

/** The promises of the pack; outcomes that no table gives, or that stand twice, are reported. */
export function readProperties(context: LoadContext, raw: RawPack): Property[] {
  const properties = raw.properties ?? []
  const given = givenBy(raw)
  checkIds(context, 'properties', 'property', properties)
  for (const [index, { order }] of properties.entries()) {
    for (const [place, outcome] of order.entries()) {
      const path = ['properties', index, 'order', place]
      checkGiven(context, path, outcome, given)
      if (order.indexOf(outcome) < place)
        context.fault(
          'bad-table',
          context.places.value(path),
          `${quoted(outcome)} stands twice in this order`,
        )
    }
  }
  return [...properties]
}

/** The outcomes that the rows of all tables name, whatever else is wrong with them. */
const givenBy = (raw: RawPack): Set<string> =>
  new Set(
    Object.values(raw.decisions).flatMap((rows) =>
      typeof rows === 'string' ? [] : rows.flatMap((row) => row.then ?? row.otherwise ?? []),
    ),
  )

function checkGiven(
  context: LoadContext,
  path: (string | number)[],
  outcome: string,
  given: ReadonlySet<string>,
): void {
  if (given.has(outcome) || context.refused.names('decisions').length > 0) return
  const at = path[0] === 'outcomes' ? context.places.key(path) : context.places.value(path)
  context.fault('bad-table', at, `no table gives ${quoted(outcome)}`, {
    help: context.suggest(outcome, given),
  })
}
