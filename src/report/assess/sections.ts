import { type Decimal, decimal, divideToStep, ONE } from '../../base/decimal.js'
import { languageSpoken, say } from '../../base/say/say.js'
import { allOf } from '../../base/wording.js'
import {
  criterionTitle,
  decisionName,
  decisionTitle,
  factName,
  pillarTitle,
  recordNames,
} from '../../lang/labels.js'
import type { Criterion, Pack } from '../../lang/pack.js'
import { grouped, share } from '../text/numbers.js'
import { shownGroups } from '../text/paths.js'
import {
  type Cell,
  type Column,
  cell,
  countCell,
  criterionCell,
  decisionTone,
  flexible,
  left,
  type Row,
  right,
  type Section,
} from '../text/section.js'
import { countedRecords, factWords, gapWords } from '../text/words.js'
import type { CriterionCount } from './count/criterion-count.js'
import type { Group } from './groups.js'
import { listSection } from './list-section.js'
import type { Summary } from './summary.js'

/** The tables of an assessment in the order of reading. `files` are the inputs, for the order of rows. */
export function assessSections(
  pack: Pack,
  summary: Summary,
  files: readonly string[],
  emptyDecisions: 'rows' | 'one line',
): Section[] {
  const list = listSection(pack, summary, files)
  return [
    decisionSection(pack, summary, emptyDecisions),
    criteriaSection(pack, summary),
    ...(summary.by === null ? [] : [groupSection(pack, summary.by.fact, summary.by.groups)]),
    ...(list === null ? [] : [list]),
  ]
}

/** With `one line` decisions that no record has are named in one line below the table, if any record has one. */
function decisionSection(
  pack: Pack,
  { decisions, assessed, persons, personsUnknown }: Summary,
  emptyDecisions: 'rows' | 'one line',
): Section {
  const sized = pack.record.size !== null
  const isShown = ({ records }: { records: number }) =>
    emptyDecisions === 'rows' || records > 0 || assessed === 0
  const empty = [...decisions].flatMap(([name, count]) => (isShown(count) ? [] : [nameOf(pack, name)]))
  const rows = [...decisions].flatMap(([name, count]): Row[] => {
    if (!isShown(count)) return []
    const tone = count.records === 0 ? 'quiet' : decisionTone(name)
    const people = [cell(grouped(count.persons), tone), cell(share(count.persons, persons), tone)]
    const cells = [
      ...named(cell(name, tone), cell(decisionTitle(pack, name), tone === 'plain' ? 'quiet' : tone)),
      cell(grouped(count.records), tone),
      cell(share(count.records, assessed), tone),
      ...(sized ? people : []),
      cell(bar(count.records, assessed), tone === 'plain' ? 'good' : tone),
    ]
    return [{ cells }]
  })
  return {
    title: say('assess.decisions'),
    columns: [
      ...nameColumns(say('assess.decision')),
      right(recordNames(pack)),
      right(say('assess.share')),
      ...(sized ? [right(say('assess.persons')), right(say('assess.share'))] : []),
      { ...left(''), drawing: true, dropped: 3 },
    ],
    rows: [...rows, 'rule', { cells: totalCells(assessed, sized ? persons : null) }],
    notes: [
      ...(empty.length === 0 ? [] : [say('assess.none', { names: allOf(empty) })]),
      ...(sized && personsUnknown > 0 ? [unknownSizes(pack, personsUnknown)] : []),
    ],
  }
}

/** The cells of the last row; `persons` is `null` where nobody counts them. */
const totalCells = (assessed: number, persons: Decimal | null): Cell[] => [
  cell(say('assess.assessed'), 'strong'),
  cell(''),
  cell(grouped(assessed), 'strong'),
  cell(share(assessed, assessed)),
  ...(persons === null ? [] : [cell(grouped(persons), 'strong'), cell(share(persons, persons))]),
  cell(''),
]

/** What stands first in the row of a decision. */
const nameOf = (pack: Pack, decision: string): string =>
  named(cell(decision), cell(decisionTitle(pack, decision)))[0].text

const BAR = 20

/** A share as a bar of at most 20 columns, in eighths of one. */
function bar(part: Decimal | number, whole: number): string {
  if (whole === 0) return ''
  const eighths = Number(divideToStep(decimal(String(part)).times(8 * BAR), decimal(whole), ONE).toString())
  return '█'.repeat(eighths >> 3) + (' ▏▎▍▌▋▊▉'[eighths & 7] ?? '').trim()
}

const unknownSizes = (pack: Pack, count: number) =>
  say('assess.unknown-sizes', { records: countedRecords(pack, count) })

function criteriaSection(pack: Pack, { criteria }: Summary): Section {
  const rows: Row[] = []
  for (const [pillar, title] of pack.pillars) {
    const own = pack.criteria.filter((criterion) => criterion.pillar === pillar)
    if (own.length > 0) rows.push({ heading: pillarTitle(pack, pillar, title) })
    for (const criterion of own) {
      const count = criteria.get(criterion.id)
      if (count !== undefined) rows.push({ cells: criterionCells(pack, criterion, count) })
    }
  }
  const counts = [
    right(say('assess.met')),
    right(say('assess.unmet')),
    right(say('assess.unknown')),
    { ...right(say('assess.not-applicable')), dropped: 1 },
  ]
  const columns = [...nameColumns(say('assess.criterion')), ...counts, flexible(say('assess.gap'))]
  return { title: say('assess.criteria'), columns, rows, notes: [] }
}

/** The column of what is counted, and one that a narrow terminal leaves out: what an id means, or the id of a label. */
const nameColumns = (head: string): Column[] => [
  left(head),
  { ...left(say(languageSpoken() === 'en' ? 'assess.meaning' : 'assess.id')), dropped: 2 },
]

/** Ids stand first in English, because people type them; labels in other languages, because people read them. */
const named = (id: Cell, title: Cell): readonly [Cell, Cell] =>
  languageSpoken() === 'en'
    ? [id, title]
    : [
        { ...title, tone: id.tone, ...(id.place === undefined ? {} : { place: id.place }) },
        { text: id.text, tone: title.tone },
      ]

function criterionCells(pack: Pack, criterion: Criterion, count: CriterionCount): Cell[] {
  const [first, second] = named(
    criterionCell(criterion.id, criterion.id),
    cell(criterionTitle(pack, criterion), 'quiet'),
  )
  const text = criterion.advisory ? say('assess.advisory', { criterion: first.text }) : first.text
  return [
    { ...first, text },
    second,
    countCell(count.met, grouped(count.met)),
    countCell(count.unmet, grouped(count.unmet), 'bad'),
    countCell(count.unknown, grouped(count.unknown), 'warn'),
    countCell(count.not_applicable, grouped(count.not_applicable)),
    count.commonestGap === null ? cell('–', 'quiet') : cell(factWords(pack, count.commonestGap)),
  ]
}

/** A row for each group, with a column for each decision that occurs; a narrow terminal shows all decisions in one column. */
function groupSection(pack: Pack, fact: string, all: readonly Group[]): Section {
  const { groups, notes: ofPlaces } = shownGroups(pack, fact, all)
  const occurring = [...(groups[0]?.decisions.keys() ?? [])].filter((name) =>
    groups.some((group) => recordsOf(group, name) > 0),
  )
  const sized = pack.record.size !== null
  const start = (group: Group): Cell[] => [
    group.value === null
      ? cell(say('assess.group.none', { gap: gapWords(group.gap ?? 'blank') }), 'quiet')
      : cell(group.value),
    cell(grouped(group.assessed)),
    ...(sized ? [cell(grouped(group.persons))] : []),
  ]
  const heads = [
    left(factName(pack, fact)),
    right(recordNames(pack)),
    ...(sized ? [right(say('assess.persons'))] : []),
  ]
  const title = say('assess.by', { fact: factWords(pack, fact) })
  const hasUnknown = groups.some(({ personsUnknown }) => sized && personsUnknown > 0)
  const notes = [...ofPlaces, ...(hasUnknown ? [say('assess.unknown-sizes.group')] : [])]
  const counts = (group: Group) =>
    occurring.map((name) =>
      countCell(recordsOf(group, name), grouped(recordsOf(group, name)), decisionTone(name)),
    )
  return {
    title,
    columns: [...heads, ...occurring.map((name) => right(decisionName(pack, name)))],
    rows: groups.map((group) => ({ cells: [...start(group), ...counts(group)] })),
    notes,
    narrow: {
      title,
      columns: [...heads, flexible(say('assess.group.decisions'))],
      rows: groups.map((group) => ({
        cells: [...start(group), cell(decisionsInWords(pack, group, occurring))],
      })),
      notes,
    },
  }
}

/** `12 register, 3 verify`: the decisions that occur in a group. */
const decisionsInWords = (pack: Pack, group: Group, occurring: readonly string[]): string =>
  occurring
    .filter((name) => recordsOf(group, name) > 0)
    .map((name) =>
      say('assess.outcome', { count: grouped(recordsOf(group, name)), decision: decisionName(pack, name) }),
    )
    .join(say('list.clause'))

const recordsOf = ({ decisions }: Group, name: string) => decisions.get(name)?.records ?? 0
