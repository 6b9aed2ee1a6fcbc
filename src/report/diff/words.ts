import { packLabel } from '../../lang/pack.js'
import type { Change } from '../../testing/changes/change.js'
import type { Cause } from '../../testing/impact/impact.js'
import { counted, grouped, share } from '../text/numbers.js'
import { listed } from '../text/words.js'
import type { DiffContext, DiffSide } from './context.js'
import type { ChangeCount, DiffSummary } from './summary.js'

/** Writes a name, an id or an expression so that it stands out from a sentence. */
export type Mark = (text: string) => string

/** Who moves between which packs, and where to: the sentences above everything else. */
export function diffHeadline(context: DiffContext, summary: DiffSummary, mark: Mark): string[] {
  const { pack } = context.new
  const { name, plural } = pack.record
  const between = betweenWords(context, mark)
  const none = summary.changes.length === 0 ? `No change in meaning ${between}.` : null
  const { records, persons, personsUnknown } = summary.moved
  if (records === 0) {
    const nobody = `None of ${counted(summary.assessed, name, plural)} gets another decision.`
    return none === null ? [`${nobody.slice(0, -1)} ${between}.`] : [none, nobody]
  }
  const people = pack.record.size === null ? '' : ` with ${counted(persons, 'person', 'persons')}`
  const unknown =
    pack.record.size === null || personsUnknown === 0 ? '' : ` (${grouped(personsUnknown)} of unknown size)`
  const whole = `${counted(summary.assessed, name, plural)} (${share(records, summary.assessed)})`
  const verb = records === 1 ? 'gets' : 'get'
  const moves = summary.transitions.filter(({ from, to }) => from !== to)
  return [
    ...(none === null ? [] : [none]),
    `${grouped(records)} of ${whole}${people}${unknown} ${verb} another decision ${between}.`,
    `${listed(
      moves.map((each) => `${grouped(each.records)} ${mark(each.from)} → ${mark(each.to)}`),
      'and',
    )}.`,
  ]
}

/** Names the operands where both packs have one id and version, as in a pull request. */
function betweenWords({ old, new: changed }: DiffContext, mark: Mark): string {
  const label = packLabel(old.pack)
  return label === packLabel(changed.pack) && old.place !== changed.place
    ? `from ${mark(old.place)} to ${mark(changed.place)} (both ${mark(label)})`
    : `from ${sideWords(old, mark)} to ${sideWords(changed, mark)}`
}

/** The operand, with the pack's own name where it says more. */
function sideWords({ place, pack }: DiffSide, mark: Mark): string {
  const label = mark(packLabel(pack))
  return place === pack.id ? label : `${label} (${mark(place)})`
}

/** Decisive changes that move nobody, neither alone nor with one other. */
export const movingNobody = ({ changes }: DiffSummary): (Change & ChangeCount)[] =>
  changes.filter(({ decisive, alone, inPairs }) => decisive && alone + inPairs === 0)

/** How many households a change moves, for the column beside it. */
export function moveWords({ decisive, alone, inPairs }: Change & ChangeCount): string {
  if (!decisive) return '–'
  return inPairs === 0 ? grouped(alone) : `${grouped(alone)} + ${grouped(inPairs)} in pairs`
}

/** The id of a change as people call it: `poverty_line@2020-01-01`, `water.met`. */
export const shortName = (id: string): string =>
  id.replace(/^(?:parameters|facts|derived|criteria|names)\./, '')

/** Every set of changes that moves the household, in words. */
export function causeWords({ kind, sets }: Cause, mark: Mark): string {
  const names = sets.map((set) => set.map((id) => mark(shortName(id))))
  switch (kind) {
    case 'single':
      return names.length === 1 ? (names[0]?.join('') ?? '') : `each alone: ${names.flat().join(', ')}`
    case 'pair':
      return names.map((set) => set.join(' with ')).join(', or ')
    case 'whole':
      return 'only all changes together'
  }
}
