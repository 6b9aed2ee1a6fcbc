import type { Span } from '../../base/source.js'
import { quoted } from '../fault-list.js'
import { type Property, type TableRow, VERIFY } from '../pack.js'
import type { LoadContext } from '../shape/context.js'
import type { RawPack } from '../shape/pack-schema.js'
import { entriesOf } from '../shape/places.js'
import { checkIds } from './ids.js'
import { titleOf } from './labels.js'

/** Reports `verify` in a place for an outcome of the pack. */
export const refuseVerify = (context: LoadContext, at: Span): void =>
  context.fault('bad-table', at, `\`${VERIFY}\` cannot be an outcome of a pack`, {
    help: 'tpa gives it if the evidence is not enough',
  })

/** The outcomes that the tables give; `null` if a table is missing or incomplete. */
export type Given = ReadonlySet<string> | null

/** Every outcome with its title, in the declared order, else in that of the tables. Outcomes that no table gives are reported. */
export function outcomesOf(
  context: LoadContext,
  raw: RawPack,
  tables: ReadonlyMap<string, readonly TableRow[]>,
  given: Given,
): Map<string, string> {
  const outcomes = new Map(
    entriesOf(context.places, ['outcomes'], raw.outcomes).map(([id, each]) => [id, titleOf(each)]),
  )
  for (const outcome of outcomes.keys()) checkGiven(context, ['outcomes', outcome], outcome, given)
  for (const { then } of [...tables.values()].flat()) {
    if (outcomes.has(then)) continue
    if (raw.outcomes !== undefined && !context.refused.has('outcomes', then)) {
      const help = context.suggest(then, Object.keys(raw.outcomes)) ?? `add \`${then}:\` and its title`
      const message = `${quoted(then)} has no title under \`outcomes\``
      context.fault('bad-table', context.places.key(['outcomes']), message, { help })
    }
    outcomes.set(then, then.replaceAll('_', ' '))
  }
  return outcomes
}

/** The promises of the pack. Outcomes that no table gives, or that stand twice, are reported. */
export function readProperties(context: LoadContext, raw: RawPack, given: Given): Property[] {
  const properties = raw.properties ?? []
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

function checkGiven(context: LoadContext, path: (string | number)[], outcome: string, given: Given): void {
  const at = path[0] === 'outcomes' ? context.places.key(path) : context.places.value(path)
  if (outcome === VERIFY) refuseVerify(context, at)
  if (outcome === VERIFY || given === null || given.has(outcome)) return
  context.fault('bad-table', at, `no table gives ${quoted(outcome)}`, {
    help: context.suggest(outcome, given),
  })
}
