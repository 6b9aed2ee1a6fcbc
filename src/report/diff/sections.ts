import { say } from '../../base/say/say.js'
import { decisionName, factName, recordNames } from '../../lang/labels.js'
import { type Pack, VERIFY } from '../../lang/pack.js'
import { grouped, share } from '../text/numbers.js'
import { shownGroups } from '../text/paths.js'
import {
  type Cell,
  cell,
  decisionTone,
  flexible,
  left,
  type Row,
  right,
  type Section,
} from '../text/section.js'
import { capitalised, factWords, gapWords, listed } from '../text/words.js'
import type { DiffGroup } from './groups.js'
import type { DiffSummary, Transition } from './summary.js'
import { causeWords, type Mark, moveWords, movingNobody, shortName } from './words.js'

/** A table of the comparison; the columns in `coded` hold names and values of a pack or a survey, not words of tpa. */
export interface DiffSection {
  readonly section: Section
  readonly coded: readonly number[]
}

const MOST_CHANGES = 50
const MOST_GROUPS = 20
const MOST_HOUSEHOLDS = 20
const MOST_NAMED = 5

/** The tables in the order of reading: what changed, who moves where, which groups and which households. */
export function diffSections(pack: Pack, summary: DiffSummary, mark: Mark): DiffSection[] {
  return [
    ...(summary.changes.length === 0 ? [] : [changeSection(summary, mark)]),
    ...(summary.assessed === 0 ? [] : [matrixSection(pack, summary)]),
    ...(summary.by === null ? [] : [groupSection(pack, summary.by.fact, summary.by.groups, mark)]),
    ...(summary.households.length === 0 ? [] : [householdSection(pack, summary, mark)]),
  ]
}

function changeSection(summary: DiffSummary, mark: Mark): DiffSection {
  const shown = summary.changes.slice(0, MOST_CHANGES)
  const rows = shown.map((change): Row => {
    const none = change.alone + change.inPairs === 0
    return { cells: [cell(change.words), cell(moveWords(change), none ? 'quiet' : 'strong')] }
  })
  const withoutMoves = movingNobody(summary).map(({ id }) => mark(shortName(id)))
  const more = summary.changes.length - shown.length
  return {
    coded: [0],
    section: {
      title: say('diff.what'),
      columns: [flexible(say('diff.change')), right(say('diff.moves-head'))],
      rows,
      notes: [
        ...(more === 0 ? [] : [say('diff.more-changes', { count: grouped(more) })]),
        ...(withoutMoves.length === 0
          ? []
          : [movesNobodyWords(summary, withoutMoves.slice(0, MOST_CHANGES).join(say('names.item')))]),
        ...(summary.changes.some(({ decisive }) => !decisive) ? [say('diff.no-effect')] : []),
      ],
    },
  }
}

const movesNobodyWords = ({ whole }: DiffSummary, changes: string) =>
  say(whole === 0 ? 'diff.moves-nobody' : 'diff.moves-nobody.pairs', { changes })

/** Decisions before in rows, after in columns, persons in brackets; a narrow terminal shows a line for each cell. */
function matrixSection(pack: Pack, { transitions, decisions }: DiffSummary): DiffSection {
  const occurring = decisions.filter(
    (name) => name === VERIFY || transitions.some(({ from, to }) => from === name || to === name),
  )
  const sized = pack.record.size !== null
  const title = say(sized ? 'diff.matrix.persons' : 'diff.matrix', { records: recordNames(pack) })
  const notes =
    sized && transitions.some(({ personsUnknown }) => personsUnknown > 0) ? [say('diff.unknown-sizes')] : []
  const rows = occurring.map((from): Row => {
    const cells = occurring.map((to) => transitionCell(transitions, from, to, sized))
    return { cells: [cell(decisionName(pack, from), decisionTone(from)), ...cells] }
  })
  return {
    coded: [0],
    section: {
      title,
      columns: [left(say('diff.corner')), ...occurring.map((name) => right(decisionName(pack, name)))],
      rows,
      notes,
      narrow: listOfTransitions(pack, title, transitions, notes),
    },
  }
}

function transitionCell(transitions: readonly Transition[], from: string, to: string, sized: boolean): Cell {
  const found = transitions.find((each) => each.from === from && each.to === to)
  if (found === undefined) return cell('·', 'quiet')
  return cell(
    `${grouped(found.records)}${sized ? ` (${grouped(found.persons)})` : ''}`,
    from === to ? 'plain' : 'strong',
  )
}

function listOfTransitions(
  pack: Pack,
  title: string,
  transitions: readonly Transition[],
  notes: readonly string[],
): Section {
  const sized = pack.record.size !== null
  const stays = transitions.filter(({ from, to }) => from === to)
  const moves = transitions.filter(({ from, to }) => from !== to)
  const row = ({ from, to, records, persons }: Transition): Row => {
    const tone = from === to ? 'quiet' : 'strong'
    const people = sized ? [cell(grouped(persons), tone)] : []
    return {
      cells: [
        cell(decisionName(pack, from), tone),
        cell(from === to ? say('diff.as-before') : decisionName(pack, to), tone),
        cell(grouped(records), tone),
        ...people,
      ],
    }
  }
  return {
    title,
    columns: [
      left(say('diff.before')),
      left(say('diff.after')),
      right(recordNames(pack)),
      ...(sized ? [right(say('assess.persons'))] : []),
    ],
    rows: [
      ...moves.map(row),
      ...(moves.length > 0 && stays.length > 0 ? (['rule'] as const) : []),
      ...stays.map(row),
    ],
    notes,
  }
}

function groupSection(pack: Pack, fact: string, all: readonly DiffGroup[], mark: Mark): DiffSection {
  const { groups, notes } = shownGroups(pack, fact, all)
  const affected = groups.filter(({ moved }) => moved.records > 0)
  const shown = affected.slice(0, MOST_GROUPS)
  const sized = pack.record.size !== null
  const rows = shown.map((group): Row => ({ cells: groupCells(group, sized) }))
  const untouched = groups.filter(({ moved }) => moved.records === 0)
  return {
    coded: [0],
    section: {
      title: say('diff.affected', { fact: factWords(pack, fact) }),
      columns: [
        left(factName(pack, fact)),
        right(say('diff.moved-head')),
        ...(sized ? [right(say('assess.persons'))] : []),
        right(recordNames(pack)),
        right(say('assess.share')),
      ],
      rows,
      notes: [
        ...(affected.length > shown.length
          ? [say('diff.more', { count: grouped(affected.length - shown.length) })]
          : []),
        ...(untouched.length > 0 ? [untouchedWords(untouched, groups.length, mark)] : []),
        ...notes,
      ],
    },
  }
}

const groupCells = ({ value, gap, moved, assessed }: DiffGroup, sized: boolean): Cell[] => [
  value === null ? cell(say('assess.group.none', { gap: gapWords(gap ?? 'blank') }), 'quiet') : cell(value),
  cell(grouped(moved.records), 'strong'),
  ...(sized ? [cell(grouped(moved.persons))] : []),
  cell(grouped(assessed)),
  cell(share(moved.records, assessed)),
]

/** Groups in which nobody moves; a few are named, many only counted. */
function untouchedWords(untouched: readonly DiffGroup[], all: number, mark: Mark): string {
  const names = untouched.flatMap(({ value }) => (value === null ? [] : [mark(value)]))
  return names.length === untouched.length && names.length <= MOST_NAMED
    ? say('diff.untouched', { names: listed(names, 'or') })
    : say('diff.untouched.many', { count: grouped(untouched.length), all: grouped(all) })
}

function householdSection(pack: Pack, { households }: DiffSummary, mark: Mark): DiffSection {
  const shown = households.slice(0, MOST_HOUSEHOLDS)
  const placed = shown.some(({ place }) => place !== '')
  const rows = shown.map((each): Row => {
    const place = placed ? [cell(each.place)] : []
    const decisions = [each.from, each.to].map((name) => cell(decisionName(pack, name), decisionTone(name)))
    return { cells: [cell(each.id), ...place, ...decisions, cell(causeWords(each.cause, mark))] }
  })
  const all = say('diff.first', { shown: shown.length, all: grouped(households.length) })
  return {
    coded: placed ? [0, 1, 2, 3] : [0, 1, 2],
    section: {
      title: say('diff.households', { records: capitalised(recordNames(pack)) }),
      columns: [
        left(factName(pack, pack.record.id)),
        ...(placed ? [left(say('assess.place'))] : []),
        left(say('diff.before')),
        left(say('diff.after')),
        flexible(say('diff.because')),
      ],
      rows,
      notes: households.length > shown.length ? [all] : [],
    },
  }
}
