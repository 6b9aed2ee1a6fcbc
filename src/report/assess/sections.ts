import { type Decimal, decimal, divideToStep, ONE } from '../../base/decimal.js'
import type { Criterion, Pack } from '../../lang/pack.js'
import { counted, grouped, share } from '../text/numbers.js'
import {
  type Cell,
  cell,
  countCell,
  decisionTone,
  flexible,
  left,
  type Row,
  right,
  type Section,
} from '../text/section.js'
import { decisionTitle, factWords, GAP_WORDS } from '../text/words.js'
import type { CriterionCount } from './criterion-count.js'
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
  const decisions = decisionSection(pack, summary)
  return [
    emptyDecisions === 'rows' ? decisions : withoutEmpty(decisions, summary),
    criteriaSection(pack, summary),
    ...(summary.by === null ? [] : [groupSection(pack, summary.by.fact, summary.by.groups)]),
    ...(list === null ? [] : [list]),
  ]
}

function decisionSection(pack: Pack, { decisions, assessed, persons, personsUnknown }: Summary): Section {
  const sized = pack.record.size !== null
  const rows = [...decisions].map(([name, count]): Row => {
    const tone = count.records === 0 ? 'quiet' : decisionTone(name)
    const people = [cell(grouped(count.persons), tone), cell(share(count.persons, persons), tone)]
    const cells = [
      cell(name, tone),
      cell(decisionTitle(pack, name), tone === 'plain' ? 'quiet' : tone),
      cell(grouped(count.records), tone),
      cell(share(count.records, assessed), tone),
      ...(sized ? people : []),
      cell(bar(count.records, assessed), tone === 'plain' ? 'good' : tone),
    ]
    return { cells }
  })
  const total = [
    cell('assessed', 'strong'),
    cell(''),
    cell(grouped(assessed), 'strong'),
    cell(share(assessed, assessed)),
  ]
  const totalPeople = [cell(grouped(persons), 'strong'), cell(share(persons, persons))]
  return {
    title: 'Decisions',
    columns: [
      left('decision'),
      { ...left('meaning'), dropped: 1 },
      right(pack.record.plural),
      right('share'),
      ...(sized ? [right('persons'), right('share')] : []),
      { ...left(''), drawing: true, dropped: 2 },
    ],
    rows: [...rows, 'rule', { cells: [...total, ...(sized ? totalPeople : []), cell('')] }],
    notes: sized && personsUnknown > 0 ? [unknownSizes(pack, personsUnknown)] : [],
  }
}

/** Decisions that no record has are named in one line. */
function withoutEmpty(section: Section, { decisions }: Summary): Section {
  const empty = [...decisions].flatMap(([name, { records }]) => (records === 0 ? [name] : []))
  if (empty.length === 0 || empty.length === decisions.size) return section
  const isFilled = (row: Row) =>
    row === 'rule' || !('cells' in row) || !empty.includes(row.cells[0]?.text ?? '')
  const note = `None: ${empty.join(', ')}.`
  return { ...section, rows: section.rows.filter(isFilled), notes: [note, ...section.notes] }
}

const BAR = 20

/** A share as a bar of at most 20 columns, in eighths of one. */
function bar(part: Decimal | number, whole: number): string {
  if (whole === 0) return ''
  const eighths = Number(divideToStep(decimal(String(part)).times(8 * BAR), decimal(whole), ONE).toString())
  return '█'.repeat(eighths >> 3) + (' ▏▎▍▌▋▊▉'[eighths & 7] ?? '').trim()
}

const unknownSizes = (pack: Pack, count: number) =>
  `Persons leave out ${counted(count, pack.record.name, pack.record.plural)} of unknown size.`

function criteriaSection(pack: Pack, { criteria }: Summary): Section {
  const rows: Row[] = []
  for (const [pillar, title] of pack.pillars) {
    const own = pack.criteria.filter((criterion) => criterion.pillar === pillar)
    if (own.length > 0) rows.push({ heading: title })
    for (const criterion of own) {
      const count = criteria.get(criterion.id)
      if (count !== undefined) rows.push({ cells: criterionCells(pack, criterion, count) })
    }
  }
  const counts = [right('met'), right('unmet'), right('unknown'), right('n/a')]
  const columns = [
    left('criterion'),
    { ...left('meaning'), dropped: 1 },
    ...counts,
    flexible('commonest gap'),
  ]
  return { title: 'Criteria', columns, rows, notes: [] }
}

function criterionCells(pack: Pack, criterion: Criterion, count: CriterionCount): Cell[] {
  return [
    cell(criterion.advisory ? `${criterion.id} (advisory)` : criterion.id),
    cell(criterion.title, 'quiet'),
    countCell(count.met, grouped(count.met)),
    countCell(count.unmet, grouped(count.unmet), 'bad'),
    countCell(count.unknown, grouped(count.unknown), 'warn'),
    countCell(count.not_applicable, grouped(count.not_applicable)),
    count.commonestGap === null ? cell('–', 'quiet') : cell(factWords(pack, count.commonestGap)),
  ]
}

/** A row for each group, with a column for each decision that occurs; a narrow terminal shows all decisions in one column. */
function groupSection(pack: Pack, fact: string, groups: readonly Group[]): Section {
  const occurring = [...(groups[0]?.decisions.keys() ?? [])].filter((name) =>
    groups.some((group) => recordsOf(group, name) > 0),
  )
  const sized = pack.record.size !== null
  const start = (group: Group): Cell[] => [
    group.value === null ? cell(`(${GAP_WORDS[group.gap ?? 'blank']})`, 'quiet') : cell(group.value),
    cell(grouped(group.assessed)),
    ...(sized ? [cell(grouped(group.persons))] : []),
  ]
  const heads = [left(fact), right(pack.record.plural), ...(sized ? [right('persons')] : [])]
  const title = `By ${factWords(pack, fact)}`
  const notes = groups.some(({ personsUnknown }) => sized && personsUnknown > 0)
    ? ['Persons leave out unknown sizes.']
    : []
  const counts = (group: Group) =>
    occurring.map((name) =>
      countCell(recordsOf(group, name), grouped(recordsOf(group, name)), decisionTone(name)),
    )
  const inWords = (group: Group) =>
    occurring
      .filter((name) => recordsOf(group, name) > 0)
      .map((name) => `${grouped(recordsOf(group, name))} ${name}`)
      .join(', ')
  return {
    title,
    columns: [...heads, ...occurring.map(right)],
    rows: groups.map((group) => ({ cells: [...start(group), ...counts(group)] })),
    notes,
    narrow: {
      title,
      columns: [...heads, flexible('decisions')],
      rows: groups.map((group) => ({ cells: [...start(group), cell(inWords(group))] })),
      notes,
    },
  }
}

const recordsOf = ({ decisions }: Group, name: string) => decisions.get(name)?.records ?? 0
