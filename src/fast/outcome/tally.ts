import { type Decimal, decimal, decimalAt, digits, ZERO } from '../../base/decimal.js'
import type { CompiledPack, CompiledResult } from '../../compile/compile.js'
import type { Assessment, Verdict } from '../../engine/assessment.js'
import type { AbsentColumns } from '../../report/assess/absent-columns.js'
import type { Fold } from '../../report/assess/fold.js'
import type { Layout } from '../../survey/records/column-layout.js'

/** What records came to, as counts that threads can send. Its size grows with the pack, not with the records. */
export interface Tally {
  /** By decision; the persons, in records of one size, as digits. */
  readonly decisions: ReadonlyMap<
    string,
    { readonly records: number; readonly unsized: number; readonly persons: string }
  >
  /** By criterion. */
  readonly verdicts: ReadonlyMap<string, VerdictCounts>
  /** For each criterion how often which gap keeps it unknown. */
  readonly gaps: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly absent: AbsentNeeds
}

type VerdictCounts = Record<Verdict, number>

/** How many records need a column that their file lacks, and for each such column the first of them. */
export interface AbsentNeeds {
  readonly records: number
  readonly first: ReadonlyMap<string, FirstNeed>
}

/** The number of a record among all rows, and the place of the column among its needs. */
interface FirstNeed {
  readonly row: number
  readonly place: number
}

/** Records with one outcome. */
export interface TalliedOutcome {
  readonly decision: string
  /** By the order of criteria. */
  readonly verdicts: readonly Verdict[]
  readonly needs: readonly string[]
  /** The number of the first of them among all rows. */
  readonly first: number
  records: number
  unsized: number
  /** Persons as an integer at the places of sizes; and those of larger records, and of records judged by themselves. */
  persons: number
  otherPersons: Decimal
}

/** Counts records for a tally. */
export interface OpenTally {
  /** Adds the records of an outcome. */
  add(outcome: TalliedOutcome): void
  /** Counts the gaps of unknown criteria: of what was just judged, and by name. */
  countGaps(out: CompiledResult): void
  countNamed(gaps: Assessment['gaps']): void
  /** Adds gaps that the loop counted: for each criterion and each name, 32 counts for each word of names. */
  addGaps(counts: Uint32Array): void
  finish(): Tally
}

interface Counting {
  readonly compiled: CompiledPack
  readonly decisions: Map<string, { records: number; unsized: number; persons: Decimal }>
  /** By the order of criteria. */
  readonly verdicts: readonly VerdictCounts[]
  /** For each criterion and each name how often its gap keeps the criterion unknown: 32 counts for each word of names. */
  readonly counts: Uint32Array
  readonly gaps: Map<string, Map<string, number>>
  /** How needs name what the file has no column for. */
  readonly absentNames: ReadonlySet<string>
  readonly absent: { records: number; readonly first: Map<string, FirstNeed> }
}

/** A tally of nothing, for the records of a file. */
export function openTally(compiled: CompiledPack, layout: Layout): OpenTally {
  const { pack, plan } = compiled
  const counting: Counting = {
    compiled,
    decisions: new Map(),
    verdicts: pack.criteria.map(() => ({ met: 0, unmet: 0, unknown: 0, not_applicable: 0 })),
    counts: new Uint32Array(pack.criteria.length * plan.names.words * 32),
    gaps: new Map(),
    absentNames: namesOf(absentIn(layout)),
    absent: { records: 0, first: new Map() },
  }
  return {
    add: (outcome) => addOutcome(counting, outcome),
    countGaps: (out) => countGaps(counting, out),
    countNamed(named) {
      for (const [criterion, names] of named) for (const name of names) addGap(counting, criterion, name, 1)
    },
    addGaps: (more) => addGaps(counting, more),
    finish: () => finish(counting),
  }
}

function addOutcome(counting: Counting, outcome: TalliedOutcome): void {
  const { compiled, decisions, verdicts, absentNames, absent } = counting
  const { decision, records, unsized, persons, otherPersons, first, needs } = outcome
  const count = decisions.get(decision) ?? { records: 0, unsized: 0, persons: ZERO }
  count.records += records
  count.unsized += unsized
  count.persons = count.persons.plus(decimalAt(persons, compiled.sizePlaces ?? 0)).plus(otherPersons)
  decisions.set(decision, count)
  for (const [index, ofCriterion] of verdicts.entries())
    ofCriterion[outcome.verdicts[index] as Verdict] += records
  const lacking = needs.flatMap((name, place) => (absentNames.has(name) ? [{ name, row: first, place }] : []))
  if (lacking.length > 0) absent.records += records
  for (const { name, ...need } of lacking) keepFirst(absent.first, name, need)
}

function countGaps({ compiled, counts }: Counting, { ruling, gaps }: CompiledResult): void {
  const { words } = compiled.plan.names
  for (const criterion of ruling.unknown) {
    for (let word = criterion * words; word < (criterion + 1) * words; word++) {
      for (let bits = gaps[word] as number; bits !== 0; bits &= bits - 1) {
        const at = word * 32 + 31 - Math.clz32(bits & -bits)
        counts[at] = (counts[at] as number) + 1
      }
    }
  }
}

function addGaps({ counts }: Counting, more: Uint32Array): void {
  for (let at = 0; at < counts.length; at++) counts[at] = (counts[at] as number) + (more[at] as number)
}

function addGap({ gaps }: Counting, criterion: string, gap: string, times: number): void {
  const own = gaps.get(criterion) ?? new Map<string, number>()
  gaps.set(criterion, own.set(gap, (own.get(gap) ?? 0) + times))
}

function finish(counting: Counting): Tally {
  const { compiled, decisions, verdicts, counts, gaps, absent } = counting
  const { criteria } = compiled.pack
  for (const [index, { id }] of criteria.entries())
    for (const [bit, name] of compiled.gapNameList.entries()) {
      const times = counts[index * compiled.plan.names.words * 32 + bit] ?? 0
      if (times > 0) addGap(counting, id, name, times)
    }
  const said = [...decisions].map(
    ([decision, count]) => [decision, { ...count, persons: digits(count.persons) }] as const,
  )
  const byCriterion = criteria.map(({ id }, index) => [id, verdicts[index] as VerdictCounts] as const)
  return { decisions: new Map(said), verdicts: new Map(byCriterion), gaps, absent }
}

function keepFirst(all: Map<string, FirstNeed>, name: string, need: FirstNeed): void {
  const known = all.get(name)
  if (known === undefined || need.row < known.row) all.set(name, need)
}

/** Adds to a run what the tallies of a file's rows say. */
export function takeTallies(
  { fold, absent }: { readonly fold: Fold; readonly absent: AbsentColumns },
  layout: Layout,
  tallies: readonly Tally[],
): void {
  const first = new Map<string, FirstNeed>()
  let records = 0
  for (const { decisions, absent: needs, ...counted } of tallies) {
    const sized = [...decisions].map(
      ([decision, count]) => [decision, { ...count, persons: decimal(count.persons) }] as const,
    )
    fold.addCounted({ ...counted, decisions: new Map(sized) })
    records += needs.records
    for (const [name, need] of needs.first) keepFirst(first, name, need)
  }
  // Columns are named in the order in which records need them.
  const inOrder = [...first].sort(([, a], [, b]) => a.row - b.row || a.place - b.place)
  absent.add({ record: absentIn(layout), needs: inOrder.map(([name]) => name) }, records)
}

/** What no record of the file says, because it has no such column. */
function absentIn({ file, facts, members }: Layout) {
  const missing = facts.filter(({ column }) => column === null)
  return {
    file,
    facts: new Map(missing.map(({ name, missing }) => [name, missing])),
    members: members && ({ kind: 'gap', reason: 'absent' } as const),
  }
}

/** How needs name what is absent. */
const namesOf = ({ facts, members }: ReturnType<typeof absentIn>): ReadonlySet<string> =>
  new Set([
    ...[...facts].flatMap(([name, fact]) => (fact.kind === 'gap' && fact.reason === 'absent' ? [name] : [])),
    ...(members === null ? [] : ['members']),
  ])
