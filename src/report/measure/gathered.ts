import type { JudgedArea } from '../../programme/measure/areas.js'
import type { Cases, Counted } from '../../programme/measure/figure.js'
import type { Figure } from '../../programme/measure/figures.js'

/** Finds figures by name. */
export type Found = (name: string, counted?: Counted, cases?: Cases) => Figure | undefined

/** P1 or P2 of a line, with the floor of incomes where there is one. */
export const gapFigure = (find: Found, power: 1 | 2, line: string): Figure | undefined =>
  find(`p${power}${line}.floored`) ?? find(`p${power}${line}`)

/** The figures of one group. */
export interface GatheredGroup {
  readonly by: string
  readonly group: string
  readonly figures: readonly Figure[]
  readonly find: Found
}

/** How many groups of a set a table shows. */
const MOST_GROUPS = 60

/** Keeps what tables show: the whole, and of each set of facts the first groups, with a count of the others. */
export function gatherGroups() {
  const shown: GatheredGroup[] = []
  const more = new Map<string, number>()
  const kept = new Map<string, number>()
  const areas: JudgedArea[] = []
  return {
    add(figures: readonly Figure[]): void {
      const [first] = figures
      if (first === undefined) return
      const { by, group } = first
      const count = kept.get(by) ?? 0
      if (by !== '' && count >= MOST_GROUPS) {
        more.set(by, (more.get(by) ?? 0) + 1)
        return
      }
      kept.set(by, count + 1)
      shown.push({ by, group, figures, find: finder(figures) })
    },
    addArea(area: JudgedArea): void {
      areas.push(area)
    },
    areas: (): readonly JudgedArea[] => areas,
    groups: (by: string): readonly GatheredGroup[] => shown.filter((each) => each.by === by),
    more: (by: string): number => more.get(by) ?? 0,
  }
}

export type Gathered = ReturnType<typeof gatherGroups>

const finder = (figures: readonly Figure[]): Found => {
  const byKey = new Map(figures.map((each) => [`${each.figure}/${each.counted}/${each.cases}`, each]))
  return (name, counted = 'persons', cases = 'all') => byKey.get(`${name}/${counted}/${cases}`)
}
