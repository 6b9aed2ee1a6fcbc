import { digits } from '../base/decimal.js'
import { type Assessment, VERIFY } from '../engine/assessment.js'
import type { Criterion, Pack } from '../lang/pack.js'
import type { Group } from './groups.js'
import type { Held } from './holds.js'
import { counted, grouped, share } from './numbers.js'
import { type Cell, type Column, cell, countCell, type Row, type Section, type Tone } from './section.js'
import { type CriterionCount, SHOWN, type Summary } from './summary.js'
import { decisionTitle, factWords, GAP_WORDS, heldWords, whyWords } from './words.js'

/** The tables of an assessment in the order of reading. `files` are the inputs, for the order of rows. */
export function assessSections(pack: Pack, summary: Summary, files: readonly string[]): Section[] {
  return [
    decisionSection(pack, summary),
    criteriaSection(pack, summary),
    ...(summary.by === null ? [] : [groupSection(pack, summary.by.fact, summary.by.groups)]),
    ...listSections(pack, summary, files),
  ]
}

const left = (head: string): Column => ({ head, align: 'left' })
const right = (head: string): Column => ({ head, align: 'right' })

export const decisionTone = (decision: string): Tone =>
  decision === VERIFY || decision === HELD ? 'warn' : 'plain'

const HELD = 'held'

function decisionSection(pack: Pack, { decisions, assessed, persons, personsUnknown }: Summary): Section {
  const sized = pack.record.size !== null
  const rows = [...decisions].map(([name, count]): Row => {
    const tone = count.records === 0 ? 'quiet' : decisionTone(name)
    const people = [cell(grouped(count.persons), tone), cell(share(count.persons, persons), tone)]
    return {
      cells: [
        cell(name, tone),
        cell(decisionTitle(pack, name), tone === 'plain' ? 'quiet' : tone),
        cell(grouped(count.records), tone),
        cell(share(count.records, assessed), tone),
        ...(sized ? people : []),
      ],
    }
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
      ...[right(pack.record.plural), right('share')],
      ...(sized ? [right('persons'), right('share')] : []),
    ],
    rows: [...rows, 'rule', { cells: [...total, ...(sized ? totalPeople : [])] }],
    notes: sized && personsUnknown > 0 ? [unknownSizes(pack, personsUnknown)] : [],
  }
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
  const gap: Column = { ...left('commonest gap'), flexible: true }
  return {
    title: 'Criteria',
    columns: [left('criterion'), { ...left('meaning'), dropped: 1 }, ...counts, gap],
    rows,
    notes: [],
  }
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

/** A row a group, a column for each decision that occurs in any. */
function groupSection(pack: Pack, fact: string, groups: readonly Group[]): Section {
  const occurring = [...(groups[0]?.decisions.keys() ?? [])].filter((name) =>
    groups.some((group) => (group.decisions.get(name)?.records ?? 0) > 0),
  )
  const sized = pack.record.size !== null
  const rows = groups.map(
    (group): Row => ({
      cells: [
        group.value === null ? cell(`(${GAP_WORDS[group.gap ?? 'blank']})`, 'quiet') : cell(group.value),
        cell(grouped(group.assessed)),
        ...(sized ? [cell(grouped(group.persons))] : []),
        ...occurring.map((name) => {
          const records = group.decisions.get(name)?.records ?? 0
          return countCell(records, grouped(records), decisionTone(name))
        }),
      ],
    }),
  )
  return {
    title: `By ${factWords(pack, fact)}`,
    columns: [
      left(fact),
      right(pack.record.plural),
      ...(sized ? [right('persons')] : []),
      ...occurring.map(right),
    ],
    rows,
    notes: groups.some(({ personsUnknown }) => sized && personsUnknown > 0)
      ? ['Persons leave out unknown sizes.']
      : [],
  }
}

/** A small file whole, or the first records of a large one that need a person. */
function listSections(pack: Pack, summary: Summary, files: readonly string[]): Section[] {
  const whole = summary.rows !== null
  const entries = [
    ...(summary.rows ?? summary.undecided).map((each) => judgedEntry(pack, each)),
    ...summary.held.map(heldEntry),
  ]
  entries.sort((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line)
  if (entries.length === 0) return []
  const shown = whole ? entries : entries.slice(0, SHOWN)
  const places = shown.some(({ place }) => place !== '')
  const { plural, id } = pack.record
  const columns = [
    left(id),
    ...(places ? [left('place')] : []),
    left('decision'),
    { ...left('why'), flexible: true as const },
  ]
  const rows = shown.map(
    ({ name, place, decision, why }): Row => ({
      cells: [
        cell(name),
        ...(places ? [cell(place)] : []),
        cell(decision, decisionTone(decision)),
        cell(why),
      ],
    }),
  )
  const title = whole ? capital(plural) : `${capital(plural)} that need a person`
  return [{ title, columns, rows, notes: whole ? [] : [remainder(pack, summary, shown.length)] }]
}

function remainder(pack: Pack, { decisions, ledger }: Summary, shown: number): string {
  const verify = decisions.get(VERIFY)?.records ?? 0
  const held = ledger.duplicates === 0 ? '' : ` and ${counted(ledger.duplicates, 'held row', 'held rows')}`
  return `The first ${shown} of ${counted(verify, pack.record.name, pack.record.plural)} to verify${held}; \`--only verify -f csv\` lists all.`
}

interface Entry {
  readonly file: string
  readonly line: number
  readonly name: string
  readonly place: string
  readonly decision: string
  readonly why: string
}

function judgedEntry(pack: Pack, assessment: Assessment): Entry {
  const { file, line, id } = assessment.record
  const why = whyWords(pack, assessment)
  return { file, line, name: id, place: placeOf(pack, assessment), decision: assessment.decision, why }
}

function heldEntry(held: Held): Entry {
  const { file = '', line = 0 } = held.places[0] ?? {}
  return { file, line, name: held.id, place: '', decision: HELD, why: heldWords(held) }
}

/** The smallest place that is known. */
function placeOf(pack: Pack, { record }: Assessment): string {
  for (const name of [...pack.record.places].reverse()) {
    const fact = record.facts.get(name)
    if (fact?.kind !== 'known' || pack.facts.get(name)?.personal) continue
    return typeof fact.value === 'object' ? digits(fact.value) : String(fact.value)
  }
  return ''
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
