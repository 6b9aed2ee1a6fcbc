import { ZERO } from '../../base/decimal.js'
import type { CompiledPack } from '../../compile/compile.js'
import { createIntTable } from '../../compile/int-table.js'
import type { Ruling } from '../../compile/rulings.js'
import type { Assessment } from '../../engine/assessment.js'
import { VERIFY } from '../../lang/pack.js'
import type { OutcomeWords } from './csv-bytes.js'
import type { Placed } from './row-output.js'
import type { OpenTally, TalliedOutcome } from './tally.js'

/** What records came to, with a count of those that came to the same. */
export interface CountedOutcome extends OutcomeWords, Placed, TalliedOutcome {
  /** Whether reports show the records, and whether these are among those that are listed first. */
  readonly isShown: boolean
  readonly isListed: boolean
}

/** Finds outcomes, and adds what has come to them to a tally now and then. */
export interface CountedOutcomes {
  /** The outcome of records with a ruling, and with needs where that leaves them open. */
  ofRuling(ruling: Ruling, needs: Int32Array, row: number): CountedOutcome
  /** The same of a record that was judged by itself. */
  ofAssessment(assessment: Assessment, row: number): CountedOutcome
  /** Whether it is time to forget some. */
  isFull(): boolean
  /** Adds to the tally what has come to all of them, and forgets them. */
  forget(): void
}

/** Sizes up to here, at their places, are added as integers: the sum of 500 million of them is exact. */
export const LARGEST_SUMMAND = 2 ** 24

/** So many outcomes are held at most: few that come often, and many that come once. */
const MOST_OUTCOMES = 12_288

const NO_NEEDS: readonly string[] = []

/** @param only are the decisions that reports show; `null`: all. */
export function createCountedOutcomes(
  compiled: CompiledPack,
  only: ReadonlySet<string> | null,
  tally: OpenTally,
): CountedOutcomes {
  const { words } = compiled.plan.names
  const key = new Int32Array(1 + words)
  const open = createIntTable(1 + words)
  const opened: CountedOutcome[] = []
  const decided = new Map<number, CountedOutcome>()
  const assessed = new Map<string, CountedOutcome>()

  function newOutcome(
    { decision, possible, reasons, verdicts }: Omit<OutcomeWords, 'needs'>,
    needs: readonly string[],
    first: number,
  ): CountedOutcome {
    const isShown = only?.has(decision) ?? true
    return {
      decision,
      possible,
      reasons,
      verdicts,
      needs,
      first,
      isShown,
      isListed: only === null ? decision === VERIFY : isShown,
      records: 0,
      unsized: 0,
      persons: 0,
      otherPersons: ZERO,
      since: -1,
      idAt: 0,
      idLength: 0,
      dateAt: 0,
      dateLength: 0,
    }
  }

  return {
    ofRuling(ruling, needs, row) {
      if (ruling.possible.length === 0) {
        const known = decided.get(ruling.number)
        if (known !== undefined) return known
        const outcome = newOutcome(ruling, NO_NEEDS, row)
        decided.set(ruling.number, outcome)
        return outcome
      }
      key[0] = ruling.number
      for (let word = 0; word < words; word++) key[word + 1] = needs[word] as number
      const place = open.find(key)
      if (place >= 0) return opened[place] as CountedOutcome
      const outcome = newOutcome(ruling, compiled.gapNames(needs), row)
      opened[open.add(key)] = outcome
      return outcome
    },
    ofAssessment(assessment, row) {
      const { decision, possible, reasons, needs } = assessment
      const verdicts = [...assessment.verdicts.values()]
      const text = JSON.stringify([decision, possible, reasons, needs, verdicts])
      const known = assessed.get(text)
      if (known !== undefined) return known
      const outcome = newOutcome({ decision, possible, reasons, verdicts }, needs, row)
      assessed.set(text, outcome)
      return outcome
    },
    isFull: () => decided.size + opened.length + assessed.size > MOST_OUTCOMES,
    forget() {
      for (const all of [decided.values(), opened, assessed.values()])
        for (const outcome of all) if (outcome.records > 0) tally.add(outcome)
      decided.clear()
      opened.length = 0
      open.clear()
      assessed.clear()
    },
  }
}
