import { say } from '../../base/say/say.js'
import { decisionName } from '../../lang/labels.js'
import { type Pack, packLabel } from '../../lang/pack.js'
import type { Change } from '../../testing/changes/change.js'
import type { Cause } from '../../testing/impact/impact.js'
import { grouped, share } from '../text/numbers.js'
import { countedRecords, listed } from '../text/words.js'
import type { DiffContext, DiffSide } from './context.js'
import type { ChangeCount, DiffSummary } from './summary.js'

/** Writes a name, an id or an expression so that it stands out from a sentence. */
export type Mark = (text: string) => string

/** Who moves between which packs, and where to: the sentences above everything else. */
export function diffHeadline(context: DiffContext, summary: DiffSummary, mark: Mark): string[] {
  const { pack } = context.new
  const between = betweenWords(context, mark)
  const none = summary.changes.length === 0 ? say('diff.no-change', { between }) : null
  const records = countedRecords(pack, summary.assessed)
  if (summary.moved.records === 0)
    return none === null
      ? [say('diff.nobody.between', { records, between })]
      : [none, say('diff.nobody', { records })]
  const moves = summary.transitions
    .filter(({ from, to }) => from !== to)
    .map(({ records: count, from, to }) =>
      say('diff.move', {
        count: grouped(count),
        from: mark(decisionName(pack, from)),
        to: mark(decisionName(pack, to)),
      }),
    )
  return [
    ...(none === null ? [] : [none]),
    movedWords(pack, summary, between),
    say('diff.moves', { moves: listed(moves, 'and') }),
  ]
}

function movedWords(pack: Pack, { moved, assessed }: DiffSummary, between: string): string {
  const said = {
    count: grouped(moved.records),
    records: countedRecords(pack, assessed),
    share: share(moved.records, assessed),
    between,
  }
  if (pack.record.size === null) return say('diff.moved', said)
  const sized = { ...said, persons: say('count.persons', { count: grouped(moved.persons) }) }
  return moved.personsUnknown === 0
    ? say('diff.moved.persons', sized)
    : say('diff.moved.persons.unknown', { ...sized, unknown: grouped(moved.personsUnknown) })
}

/** Names the operands where both packs have one id and version, as in a pull request. */
function betweenWords({ old, new: changed }: DiffContext, mark: Mark): string {
  const label = packLabel(old.pack)
  return label === packLabel(changed.pack) && old.place !== changed.place
    ? say('diff.between.places', { old: mark(old.place), new: mark(changed.place), pack: mark(label) })
    : say('diff.between', { old: sideWords(old, mark), new: sideWords(changed, mark) })
}

/** The operand, with the pack's own name where it says more. */
function sideWords({ place, pack }: DiffSide, mark: Mark): string {
  const label = mark(packLabel(pack))
  return place === pack.id ? label : say('diff.side', { pack: label, place: mark(place) })
}

/** Decisive changes that move nobody, neither alone nor with one other. */
export const movingNobody = ({ changes }: DiffSummary): (Change & ChangeCount)[] =>
  changes.filter(({ decisive, alone, inPairs }) => decisive && alone + inPairs === 0)

/** How many households a change moves, for the column beside it. */
export function moveWords({ decisive, alone, inPairs }: Change & ChangeCount): string {
  if (!decisive) return '–'
  return inPairs === 0
    ? grouped(alone)
    : say('diff.in-pairs', { alone: grouped(alone), pairs: grouped(inPairs) })
}

/** The id of a change as people call it: `poverty_line@2020-01-01`, `water.met`. */
export const shortName = (id: string): string =>
  id.replace(/^(?:parameters|facts|derived|criteria|names)\./, '')

/** Every set of changes that moves the household, in words. */
export function causeWords({ kind, sets }: Cause, mark: Mark): string {
  const names = sets.map((set) => set.map((id) => mark(shortName(id))))
  switch (kind) {
    case 'single':
      return names.length === 1
        ? (names[0]?.join('') ?? '')
        : say('diff.each-alone', { changes: names.flat().join(say('names.item')) })
    case 'pair':
      return names.map((set) => set.join(say('diff.with'))).join(say('diff.or'))
    case 'whole':
      return say('diff.whole')
  }
}
