import { decimal } from '../../base/decimal.js'
import type { Layout } from '../../data/layout.js'
import type { BytePass } from './byte-pass.js'
import type { Tally } from './outcomes.js'

/** What records need, with how many they are and the number of the first. */
export type Needs = Map<string, { first: number; records: number }>

export function takeTally({ fold, verdicts }: BytePass, { outcomes, gaps }: Tally, needs: Needs): void {
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
export function noteAbsent({ absent }: BytePass, record: ReturnType<typeof absentIn>, needs: Needs): void {
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
