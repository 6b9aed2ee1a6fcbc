import type { Decimal } from '../../../base/decimal.js'
import { hiddenCells } from '../../../base/small-cells.js'
import type { DecisionCounts } from '../count/decision-count.js'
import type { Group } from '../groups.js'
import type { Summary } from '../summary.js'

/** Counts of one group, or of all; `null` where nobody may read or work them out. */
export interface ProtectedCounts {
  /** `null` for all. */
  readonly group: Pick<Group, 'value' | 'gap'> | null
  readonly households: number | null
  /** Of households of known size. */
  readonly persons: Decimal | null
  readonly decisions: ReadonlyMap<string, { readonly households: number; readonly persons: Decimal } | null>
}

/** What of a summary may be published, with how many counts by decision and group stay hidden. */
export interface ProtectedSummary {
  readonly whole: ProtectedCounts
  readonly groups: readonly ProtectedCounts[]
  readonly hidden: number
  readonly cells: number
}

interface OwnCounts extends DecisionCounts {
  readonly group: ProtectedCounts['group']
}

/** Hides the counts of 1 to below `leastCell` households, all from which they could be worked out, and the persons that go with them. */
export function protectedSummary(summary: Summary, leastCell: number): ProtectedSummary {
  const own: readonly OwnCounts[] = [
    { ...summary, group: null },
    ...(summary.by?.groups ?? []).map((group) => ({ ...group, group })),
  ]
  const hasGroups = own.length > 1
  const sizes = own.map(({ assessed }) => [known(assessed)])
  const untold = hiddenCells(
    { rows: sizes, rowTotals: own.map(() => false), columnTotals: [hasGroups] },
    leastCell,
  ).map(([isHidden]) => isHidden === true)
  const names = [...summary.decisions.keys()]
  const hidden = hiddenCells(
    {
      rows: own.map(({ decisions }) => names.map((name) => known(decisions.get(name)?.records ?? 0))),
      rowTotals: untold.map((isUntold) => !isUntold),
      columnTotals: names.map(() => hasGroups),
    },
    leastCell,
  )
  const rows = own.map((each, row) => countsOf(each, untold[row] === true, hidden[row] ?? []))
  const [whole = NOTHING, ...groups] = rows
  const all = (hasGroups ? groups : rows).flatMap(({ decisions }) => [...decisions.values()])
  return {
    whole,
    groups,
    hidden: all.filter((each) => each === null).length,
    cells: all.length,
  }
}

function countsOf(
  { group, assessed, persons, decisions }: OwnCounts,
  isUntold: boolean,
  hidden: readonly boolean[],
): ProtectedCounts {
  return {
    group,
    households: isUntold ? null : assessed,
    persons: isUntold ? null : persons,
    decisions: new Map(
      [...decisions].map(([name, count], column) => [
        name,
        isUntold || hidden[column] === true ? null : { households: count.records, persons: count.persons },
      ]),
    ),
  }
}

const NOTHING: ProtectedCounts = { group: null, households: null, persons: null, decisions: new Map() }

const known = (count: number) => ({ least: count, most: count })
