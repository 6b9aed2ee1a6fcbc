import { type Pack, VERIFY } from '../../lang/pack.js'
import { grouped, share } from '../text/numbers.js'
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
      title: 'What changed',
      columns: [flexible('change'), right('moves')],
      rows,
      notes: [
        ...(more === 0 ? [] : [`${grouped(more)} more changes; -f json gives all.`]),
        ...(withoutMoves.length === 0
          ? []
          : [movesNobodyWords(summary, withoutMoves.slice(0, MOST_CHANGES).join(', '))]),
        ...(summary.changes.some(({ decisive }) => !decisive)
          ? ['– decides nothing by itself: a new name counts where a rule reads it.']
          : []),
      ],
    },
  }
}

const movesNobodyWords = ({ whole }: DiffSummary, ids: string) =>
  whole === 0 ? `Moves nobody: ${ids}.` : `Moves nobody by itself or with one other change: ${ids}.`

/** Decisions before in rows, after in columns, persons in brackets; a narrow terminal shows a line for each cell. */
function matrixSection(pack: Pack, { transitions, decisions }: DiffSummary): DiffSection {
  const occurring = decisions.filter(
    (name) => name === VERIFY || transitions.some(({ from, to }) => from === name || to === name),
  )
  const sized = pack.record.size !== null
  const title = `Decisions, before → after: ${pack.record.plural}${sized ? ' (persons)' : ''}`
  const notes =
    sized && transitions.some(({ personsUnknown }) => personsUnknown > 0)
      ? ['Persons leave out unknown sizes, and sizes that the packs read differently.']
      : []
  const rows = occurring.map((from): Row => {
    const cells = occurring.map((to) => transitionCell(transitions, from, to, sized))
    return { cells: [cell(from, decisionTone(from)), ...cells] }
  })
  return {
    coded: [0],
    section: {
      title,
      columns: [left('before ↓ after →'), ...occurring.map(right)],
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
        cell(from, tone),
        cell(from === to ? 'as before' : to, tone),
        cell(grouped(records), tone),
        ...people,
      ],
    }
  }
  return {
    title,
    columns: [left('before'), left('after'), right(pack.record.plural), ...(sized ? [right('persons')] : [])],
    rows: [
      ...moves.map(row),
      ...(moves.length > 0 && stays.length > 0 ? (['rule'] as const) : []),
      ...stays.map(row),
    ],
    notes,
  }
}

function groupSection(pack: Pack, fact: string, groups: readonly DiffGroup[], mark: Mark): DiffSection {
  const affected = groups.filter(({ moved }) => moved.records > 0)
  const shown = affected.slice(0, MOST_GROUPS)
  const sized = pack.record.size !== null
  const rows = shown.map((group): Row => {
    const name =
      group.value === null ? cell(`(${gapWords(group.gap ?? 'blank')})`, 'quiet') : cell(group.value)
    return {
      cells: [
        name,
        cell(grouped(group.moved.records), 'strong'),
        ...(sized ? [cell(grouped(group.moved.persons))] : []),
        cell(grouped(group.assessed)),
        cell(share(group.moved.records, group.assessed)),
      ],
    }
  })
  const untouched = groups.filter(({ moved }) => moved.records === 0)
  return {
    coded: [0],
    section: {
      title: `Most affected, by ${factWords(pack, fact)}`,
      columns: [
        left(fact),
        right('moved'),
        ...(sized ? [right('persons')] : []),
        right(pack.record.plural),
        right('share'),
      ],
      rows,
      notes: [
        ...(affected.length > shown.length
          ? [`${grouped(affected.length - shown.length)} more; -f json gives all.`]
          : []),
        ...(untouched.length > 0 ? [untouchedWords(untouched, groups.length, mark)] : []),
      ],
    },
  }
}

/** Groups in which nobody moves; a few are named, many only counted. */
function untouchedWords(untouched: readonly DiffGroup[], all: number, mark: Mark): string {
  const names = untouched.flatMap(({ value }) => (value === null ? [] : [mark(value)]))
  return names.length === untouched.length && names.length <= MOST_NAMED
    ? `Nobody moves in ${listed(names, 'or')}.`
    : `In ${grouped(untouched.length)} of ${grouped(all)} nobody moves.`
}

function householdSection(pack: Pack, { households }: DiffSummary, mark: Mark): DiffSection {
  const shown = households.slice(0, MOST_HOUSEHOLDS)
  const placed = shown.some(({ place }) => place !== '')
  const rows = shown.map((each): Row => {
    const place = placed ? [cell(each.place)] : []
    const decisions = [cell(each.from, decisionTone(each.from)), cell(each.to, decisionTone(each.to))]
    return { cells: [cell(each.id), ...place, ...decisions, cell(causeWords(each.cause, mark))] }
  })
  const all = `The first ${shown.length} of ${grouped(households.length)}; -f csv and -f json give all.`
  return {
    coded: placed ? [0, 1, 2, 3] : [0, 1, 2],
    section: {
      title: `${capitalised(pack.record.plural)} that move`,
      columns: [
        left(pack.record.id),
        ...(placed ? [left('place')] : []),
        left('before'),
        left('after'),
        flexible('because of'),
      ],
      rows,
      notes: households.length > shown.length ? [all] : [],
    },
  }
}
