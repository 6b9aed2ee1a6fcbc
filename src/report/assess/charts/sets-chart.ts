import { say, type Voices } from '../../../base/say/say.js'
import { criterionReason, recordNames } from '../../../lang/labels.js'
import type { Pack } from '../../../lang/pack.js'
import type { Chart } from '../../html/chart.js'
import { type SetRow, upSet } from '../../html/upset.js'
import { grouped, share } from '../../text/numbers.js'
import { cell, left, right, type Section } from '../../text/section.js'
import { countedRecords, parted } from '../../text/words.js'
import { MOST_SETS, type UnmetSet, type UnmetSets } from '../count/unmet-sets.js'

/** So many sets have a row; the others are summed in a last one. */
const MOST = 15

interface Shown {
  readonly rows: readonly UnmetSet[]
  /** The sum of the others, and how many they are; `null` where there is none. */
  readonly others: (UnmetSet & { readonly sets: number }) | null
  /** The records in which no criterion is certainly unmet. */
  readonly none: UnmetSet | undefined
}

/** Which criteria are unmet together; `null` where none is certainly unmet. */
export function setsChart(voices: Voices, pack: Pack, counts: UnmetSets, assessed: number): Chart | null {
  const shown = shownSets(counts)
  const { rows, others } = shown
  if (rows.length === 0) return null
  const title = () => say('page.sets')
  const criteria = pack.criteria.filter(({ id }) => rows.some((row) => row.criteria.includes(id)))
  const amountsOf = ({ records, open }: UnmetSet) => ({
    amounts: [records - open, open],
    text: grouped(records),
  })
  const drawing = upSet({
    id: 'sets',
    title: voices(title),
    description: voices(() => say('page.sets.note', { records: recordNames(pack) })),
    columns: criteria.map((criterion) => voices(() => criterionReason(pack, criterion))),
    parts: [
      ['count', voices(() => say('page.sets.known'))],
      ['unknown', voices(() => say('page.sets.open'))],
    ],
    rows: [
      ...rows.map(
        (row): SetRow => ({
          set: criteria.flatMap(({ id }, at) => (row.criteria.includes(id) ? [at] : [])),
          ...amountsOf(row),
        }),
      ),
      ...(others === null ? [] : [{ set: voices(() => othersWords(others.sets)), ...amountsOf(others) }]),
    ],
  })
  return { section: () => setsSection(pack, counts, shown, assessed), drawing }
}

const othersWords = (sets: number): string => say('page.sets.others', { count: grouped(sets) })

function setsSection(pack: Pack, { beyond }: UnmetSets, shown: Shown, assessed: number): Section {
  const { rows, others, none } = shown
  const rowOf = (name: string, { records, open }: UnmetSet) => ({
    cells: [
      cell(name),
      cell(grouped(records)),
      cell(share(records, assessed)),
      cell(grouped(open), open === 0 ? 'quiet' : 'warn'),
    ],
  })
  return {
    title: say('page.sets'),
    columns: [
      left(say('page.sets.set')),
      right(recordNames(pack)),
      right(say('assess.share')),
      right(say('page.sets.open')),
    ],
    rows: [
      ...rows.map((row) => rowOf(reasonsOf(pack, row), row)),
      ...(others === null ? [] : [rowOf(othersWords(others.sets), others)]),
      ...(none === undefined ? [] : ['rule' as const, rowOf(say('page.sets.none'), none)]),
    ],
    notes: [
      say('page.sets.note', { records: recordNames(pack) }),
      ...(beyond === 0
        ? []
        : [
            say('page.sets.beyond', {
              most: grouped(MOST_SETS),
              records: countedRecords(pack, beyond),
            }),
          ]),
    ],
  }
}

const reasonsOf = (pack: Pack, { criteria }: UnmetSet): string =>
  parted(
    pack.criteria
      .filter(({ id }) => criteria.includes(id))
      .map((criterion) => criterionReason(pack, criterion)),
  )

function shownSets({ sets, beyond }: UnmetSets): Shown {
  const unmet = sets.filter(({ criteria }) => criteria.length > 0)
  const rest = unmet.slice(MOST)
  const sum = (of: (set: UnmetSet) => number) => rest.reduce((total, set) => total + of(set), 0)
  const others = {
    criteria: [],
    records: sum(({ records }) => records) + beyond,
    open: sum(({ open }) => open),
    sets: rest.length,
  }
  return {
    rows: unmet.slice(0, MOST),
    others: others.records === 0 ? null : others,
    none: sets.find(({ criteria }) => criteria.length === 0),
  }
}
