import { say, type Voices } from '../../base/say/say.js'
import { criterionTitle, factName, recordNames } from '../../lang/labels.js'
import type { Criterion, Pack } from '../../lang/pack.js'
import type { Chart } from '../html/chart.js'
import type { Drawing, Fill } from '../html/drawing.js'
import { type HeatCell, heatMap } from '../html/heat-map.js'
import { stackedBars } from '../html/stacked.js'
import type { Words } from '../html/words.js'
import { grouped } from '../text/numbers.js'
import { shownGroups } from '../text/paths.js'
import { cell, left, right, type Section } from '../text/section.js'
import { gapWords } from '../text/words.js'
import type { CriterionCount } from './count/criterion-count.js'
import type { Group } from './groups.js'
import type { Summary } from './summary.js'

/** The verdicts of each criterion as shares of all records. */
export function criteriaDrawing(voices: Voices, pack: Pack, { criteria }: Summary): Drawing {
  const parts: readonly (readonly [Fill, Words])[] = [
    ['met', voices(() => say('assess.met'))],
    ['unmet', voices(() => say('assess.unmet'))],
    ['unknown', voices(() => say('assess.unknown'))],
    ['other', voices(() => say('assess.not-applicable'))],
  ]
  return stackedBars({
    id: 'criteria',
    title: voices(() => say('assess.criteria')),
    description: voices(() => say('page.criteria', { records: recordNames(pack) })),
    parts,
    rows: pack.criteria.flatMap((criterion) => {
      const count = criteria.get(criterion.id)
      if (count === undefined) return []
      const { met, unmet, unknown, not_applicable } = count
      return [
        {
          name: voices(() => criterionTitle(pack, criterion)),
          counts: [met, unmet, unknown, not_applicable],
        },
      ]
    }),
  })
}

/** Most groups in a field; the others are summed in a last row. */
const MOST = 60

interface PlaceRow {
  /** `null` for the sum of the others. */
  readonly group: Group | null
  readonly assessed: number
  readonly cells: readonly HeatCell[]
}

/** Of each criterion the share of records that miss it, group by group: the worst first where not all are shown. */
export function placeField(voices: Voices, pack: Pack, summary: Summary): Chart | null {
  const { by } = summary
  if (by === null || by.groups.length === 0) return null
  const criteria = pack.criteria.filter(({ advisory }) => !advisory)
  const shown = () => shownGroups(pack, by.fact, by.groups)
  const { rows, others } = shownRows(shown().groups, criteria)
  const nameOf = ({ group }: PlaceRow): string =>
    group === null
      ? say('page.others', { count: grouped(others) })
      : (group.value ?? say('assess.group.none', { gap: gapWords(group.gap ?? 'blank') }))
  const title = () => say('page.field', { fact: factName(pack, by.fact) })
  const section = (): Section => ({
    title: title(),
    columns: [
      left(factName(pack, by.fact)),
      right(recordNames(pack)),
      ...criteria.map((criterion) => right(criterionTitle(pack, criterion))),
    ],
    rows: rows.map((row) => ({
      cells: [
        cell(nameOf(row)),
        cell(grouped(row.assessed)),
        ...row.cells.map((each) => cell(shareOf(each))),
      ],
    })),
    notes: [say('page.field.note'), ...shown().notes],
  })
  const drawing = heatMap({
    id: 'field',
    title: voices(title),
    description: voices(() => say('page.field.note')),
    columns: criteria.map((criterion) => voices(() => criterionTitle(pack, criterion))),
    rows: rows.map((row) => ({
      name: voices(() => nameOf(row)),
      n: grouped(row.assessed),
      cells: row.cells,
    })),
  })
  return { section, drawing }
}

/** `3…5 of 88`: how many miss it at least and at most, of those it applies to. */
function shareOf({ applies, unmet, unknown }: HeatCell): string {
  if (applies === 0) return '–'
  const count =
    unknown === 0 ? grouped(unmet) : say('measure.between', { least: unmet, most: unmet + unknown })
  return say('page.of', { count, applies: grouped(applies) })
}

function shownRows(groups: readonly Group[], criteria: readonly Criterion[]) {
  const all = groups.map(
    (group): PlaceRow => ({
      group,
      assessed: group.assessed,
      cells: criteria.map(({ id }) => cellOf(group.criteria?.get(id))),
    }),
  )
  if (all.length <= MOST) return { rows: all, others: 0 }
  const worst = [...all].sort((a, b) => badness(b) - badness(a))
  const shown = new Set(worst.slice(0, MOST))
  const rest = worst.slice(MOST)
  const sum = (of: (cells: PlaceRow['cells']) => number) =>
    rest.reduce((total, { cells }) => total + of(cells), 0)
  const last: PlaceRow = {
    group: null,
    assessed: rest.reduce((total, { assessed }) => total + assessed, 0),
    cells: criteria.map((_, at) => ({
      applies: sum((cells) => cells[at]?.applies ?? 0),
      unmet: sum((cells) => cells[at]?.unmet ?? 0),
      unknown: sum((cells) => cells[at]?.unknown ?? 0),
    })),
  }
  return { rows: [...all.filter((row) => shown.has(row)), last], others: rest.length }
}

const cellOf = (count: CriterionCount | undefined): HeatCell =>
  count === undefined
    ? { applies: 0, unmet: 0, unknown: 0 }
    : { applies: count.met + count.unmet + count.unknown, unmet: count.unmet, unknown: count.unknown }

/** Missed criteria for each record. */
const badness = ({ assessed, cells }: PlaceRow): number =>
  assessed === 0 ? 0 : cells.reduce((sum, { unmet }) => sum + unmet, 0) / assessed
