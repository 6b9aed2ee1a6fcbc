import { type Decimal, decimalAt, digits, ZERO } from '../../base/decimal.js'
import { type Assessment, VERIFY, type Verdict } from '../../engine/assessment.js'
import type { CompiledPack, CompiledResult } from '../../engine/compile-js/compile.js'
import type { Ruling } from '../../engine/compile-js/rulings.js'
import { createWordTable } from '../../engine/compile-js/word-table.js'
import type { Pack } from '../../lang/pack.js'
import { createOutcomeCells } from '../../report/csv-bytes.js'
import { type PlacedCells, unplaced } from './row-output.js'

/** Records that came to the same verdicts, decision and needs, as another thread can tell of them. */
export interface TalliedOutcome {
  /** The number of the first of them among all rows. */
  readonly first: number
  readonly decision: string
  /** A letter for each criterion. */
  readonly verdicts: string
  /** Joined by `|`. */
  readonly needs: string
  readonly records: number
  /** Of them those whose size is not one number, and the digits of the persons in the others. */
  readonly unsized: number
  readonly persons: string
}

/** For each criterion how often which gap keeps it unknown. */
export type GapCounts = ReadonlyMap<string, ReadonlyMap<string, number>>

export interface Tally {
  readonly outcomes: readonly TalliedOutcome[]
  readonly gaps: GapCounts
}

/** What a record came to, with a count of those that came to the same. */
export interface Outcome extends Pick<Assessment, 'decision' | 'verdicts' | 'needs'> {
  /** The number of the first record among all rows. */
  readonly first: number
  readonly cells: PlacedCells
  /** Whether reports show the record, and whether it is one of those that are listed first. */
  readonly isShown: boolean
  readonly isListed: boolean
  records: number
  unsized: number
  /** Persons as an integer at the places of sizes, and those of larger records, and of records judged by themselves. */
  persons: number
  otherPersons: Decimal
}

export interface Outcomes {
  /** The outcome of what was just judged; counts the gaps of its unknown criteria. */
  of(out: CompiledResult, row: number): Outcome
  /** The outcome of records with a ruling, and with needs where that leaves them open. */
  ofRuling(ruling: Ruling, needs: Int32Array, row: number): Outcome
  /** The same of a record that was judged by itself. */
  ofAssessment(assessment: Assessment, row: number): Outcome
  /** Counts gaps that were counted elsewhere: for each criterion and each name, some words of 32 a criterion. */
  addGaps(counts: Uint32Array): void
  /** Whether it is time to hand over. */
  isFull(): boolean
  /** Hands over what was counted, and starts anew. */
  take(): Tally
}

/** Sizes up to here, at their places, are added as integers: the sum of 500 million of them is exact. */
export const LARGEST_SUMMAND = 2 ** 24

/** So many outcomes are held at most before they are handed over. */
const MOST_OUTCOMES = 12_288

const NOTHING_COUNTED = { records: 0, unsized: 0, persons: 0, otherPersons: ZERO }

/** @param only are the decisions that reports show; `null`: all. */
export function createOutcomes(compiled: CompiledPack, only: ReadonlySet<string> | null): Outcomes {
  const words = compiled.createResult().needs.length
  const key = new Int32Array(1 + words)
  const open = createWordTable(1 + words)
  const opened: Outcome[] = []
  const decided: Outcome[] = []
  const assessed = new Map<string, Outcome>()
  let made = 0
  const gaps = createGapCounts(compiled, words)
  const outcomeCells = createOutcomeCells(compiled.pack)

  function newOutcome(
    said: Pick<Assessment, 'decision' | 'possible' | 'reasons' | 'needs' | 'verdicts'>,
    first: number,
  ): Outcome {
    const { decision, verdicts, needs } = said
    const isShown = only?.has(decision) ?? true
    const isListed = only === null ? decision === VERIFY : isShown
    const cells = unplaced(outcomeCells(said))
    made += 1
    return { ...{ first, decision, verdicts, needs, cells, isShown, isListed }, ...NOTHING_COUNTED }
  }

  function ofRuling(ruling: Ruling, needs: Int32Array, row: number): Outcome {
    if (ruling.possible.length === 0) {
      const known = decided[ruling.number]
      if (known !== undefined) return known
      const outcome = newOutcome({ ...ruling, needs: [] }, row)
      decided[ruling.number] = outcome
      return outcome
    }
    key[0] = ruling.number
    for (let word = 0; word < words; word++) key[word + 1] = needs[word] as number
    const place = open.find(key)
    if (place >= 0) return opened[place] as Outcome
    const outcome = newOutcome({ ...ruling, needs: compiled.gapNames(needs) }, row)
    opened[open.add(key)] = outcome
    return outcome
  }

  return {
    of(out, row) {
      if (out.ruling.unknown.length > 0) gaps.count(out)
      return ofRuling(out.ruling, out.needs, row)
    },
    ofRuling,
    ofAssessment(assessment, row) {
      const { decision, possible, reasons, needs, verdicts } = assessment
      gaps.countAll(assessment.gaps)
      const text = JSON.stringify([decision, possible, reasons, needs, [...verdicts.values()]])
      const known = assessed.get(text)
      if (known !== undefined) return known
      const outcome = newOutcome(assessment, row)
      assessed.set(text, outcome)
      return outcome
    },
    addGaps: gaps.addCounts,
    isFull: () => made > MOST_OUTCOMES,
    take() {
      const all = [...decided, ...opened, ...assessed.values()].filter((each) => each?.records > 0)
      made = 0
      decided.length = 0
      opened.length = 0
      open.clear()
      assessed.clear()
      return { outcomes: all.map((each) => tallied(each, compiled.sizePlaces ?? 0)), gaps: gaps.take() }
    },
  }
}

const LETTERS: Readonly<Record<Verdict, string>> = { met: 'm', unmet: 'u', unknown: '?', not_applicable: 'n' }

/** The verdicts that letters stand for, by criterion. */
export function verdictsOf({ criteria }: Pack, letters: string): ReadonlyMap<string, Verdict> {
  const words = Object.entries(LETTERS) as [Verdict, string][]
  return new Map(
    criteria.flatMap(({ id }, index): [string, Verdict][] => {
      const word = words.find(([, letter]) => letter === letters[index])
      return word === undefined ? [] : [[id, word[0]]]
    }),
  )
}

function tallied(outcome: Outcome, places: number): TalliedOutcome {
  const { first, decision, verdicts, needs, records, unsized, persons, otherPersons } = outcome
  return {
    ...{ first, decision, records, unsized },
    verdicts: [...verdicts.values()].map((verdict) => LETTERS[verdict]).join(''),
    needs: needs.join('|'),
    persons: digits(decimalAt(persons, places).plus(otherPersons)),
  }
}

/** Counts gaps by criterion: as bits of what was just judged, and by name. */
function createGapCounts({ pack: { criteria }, gapNameList }: CompiledPack, words: number) {
  const counts = new Uint32Array(criteria.length * words * 32)
  const others = new Map<string, Map<string, number>>()
  const add = (criterion: string, gap: string, times: number) => {
    const own = others.get(criterion) ?? new Map<string, number>()
    others.set(criterion, own.set(gap, (own.get(gap) ?? 0) + times))
  }
  return {
    count({ ruling, gaps }: CompiledResult): void {
      for (const criterion of ruling.unknown) {
        for (let word = criterion * words; word < (criterion + 1) * words; word++) {
          for (let bits = gaps[word] as number; bits !== 0; bits &= bits - 1) {
            const at = word * 32 + 31 - Math.clz32(bits & -bits)
            counts[at] = (counts[at] as number) + 1
          }
        }
      }
    },
    addCounts(more: Uint32Array): void {
      for (let at = 0; at < counts.length; at++) counts[at] = (counts[at] as number) + (more[at] as number)
    },
    countAll(gaps: Assessment['gaps']): void {
      for (const [criterion, names] of gaps) for (const name of names) add(criterion, name, 1)
    },
    take(): GapCounts {
      for (const [index, { id }] of criteria.entries())
        for (const [bit, name] of gapNameList.entries()) {
          const times = counts[index * words * 32 + bit] ?? 0
          if (times > 0) add(id, name, times)
        }
      counts.fill(0)
      const taken = new Map(others)
      others.clear()
      return taken
    },
  }
}
