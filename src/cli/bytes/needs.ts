import { decimal } from '../../base/decimal.js'
import type { Layout } from '../../data/layout.js'
import type { Verdict } from '../../engine/assessment.js'
import type { AbsentColumns } from '../../report/absent-columns.js'
import type { Fold } from '../../report/summary.js'
import type { Tally } from './outcomes.js'

/** What records need, with how many they are and the number of the first. */
export type Needs = Map<string, { first: number; records: number }>

/** Where a tally goes, and what its letters stand for. */
export interface TallyEnds {
  readonly fold: Fold
  verdicts(letters: string): ReadonlyMap<string, Verdict>
}

export function takeTally({ fold, verdicts }: TallyEnds, { outcomes, gaps }: Tally, needs: Needs): void {
  fold.addCounted({
    gaps,
    outcomes: outcomes.map((outcome) => ({
      ...outcome,
      verdicts: verdicts(outcome.verdicts),
      persons: decimal(outcome.persons),
    })),
  })
  for (const { needs: names, first, records } of outcomes) {
    if (names === '') continue
    const known = needs.get(names)
    if (known === undefined) needs.set(names, { first, records })
    else {
      known.first = Math.min(known.first, first)
      known.records += records
    }
  }
}

/** Columns that the file lacks are told in the order in which its records need them. */
export function noteAbsent(
  { absent }: { readonly absent: AbsentColumns },
  record: ReturnType<typeof absentIn>,
  needs: Needs,
): void {
  for (const [names, { records }] of [...needs].sort(([, a], [, b]) => a.first - b.first))
    absent.add({ record, needs: names.split('|') }, records)
}

/** What no record of the file says, because it has no such column. */
export function absentIn({ file, facts, members }: Layout) {
  const missing = facts.filter(({ column }) => column === null)
  return {
    file,
    facts: new Map(missing.map(({ name, missing }) => [name, missing])),
    members: members && ({ kind: 'gap', reason: 'absent' } as const),
  }
}
