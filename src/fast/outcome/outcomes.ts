import { ZERO } from '../../base/decimal.js'
import type { CompiledPack } from '../../compile/compile.js'
import { createIntTable, type IntTable } from '../../compile/int-table.js'
import type { Ruling } from '../../compile/rulings.js'
import type { Assessment } from '../../engine/assessment.js'
import { VERIFY } from '../../lang/pack.js'
import type { OutcomeWords } from './csv-bytes.js'
import type { Placed } from './row-output.js'
import type { OpenTally, TalliedOutcome } from './tally.js'

/** What records came to, with a count of those that came to the same. */
export interface CountedOutcome extends OutcomeWords, Placed, TalliedOutcome {
  /** Whether reports show its records, and whether they are listed first. */
  readonly isShown: boolean
  readonly isListed: boolean
}

/** Finds outcomes, and adds their counts to a tally now and then. */
export interface CountedOutcomes {
  /** The outcome of records with a ruling, and with needs where that leaves them open. */
  ofRuling(ruling: Ruling, needs: Int32Array, row: number): CountedOutcome
  /** The outcome of a record that was judged by itself. */
  ofAssessment(assessment: Assessment, row: number): CountedOutcome
  /** Whether it is time to forget some. */
  isFull(): boolean
  /** Adds the counts of all of them to the tally, and forgets them. */
  forget(): void
}

/** Sizes up to here, at their places, are added as integers: the sum of 500 million of them is exact. */
export const LARGEST_SUMMAND = 2 ** 24

/** How many outcomes are held: few of them come often, many come once. */
const MOST_OUTCOMES = 12_288

const NO_NEEDS: readonly string[] = []

interface Found {
  readonly compiled: CompiledPack
  /** The decisions that reports show; `null`: all. */
  readonly only: ReadonlySet<string> | null
  readonly tally: OpenTally
  /** By the numbers of their rulings. */
  readonly decided: Map<number, CountedOutcome>
  /** By the numbers of their rulings and by their needs. */
  readonly open: IntTable
  readonly opened: CountedOutcome[]
  /** The key that is looked up, used again for each record. */
  readonly key: Int32Array
  /** By what they say, as JSON. */
  readonly assessed: Map<string, CountedOutcome>
}

/** @param only are the decisions that reports show; `null`: all. */
export function createCountedOutcomes(
  compiled: CompiledPack,
  only: ReadonlySet<string> | null,
  tally: OpenTally,
): CountedOutcomes {
  const { words } = compiled.plan.names
  const found: Found = {
    compiled,
    only,
    tally,
    decided: new Map(),
    open: createIntTable(1 + words),
    opened: [],
    key: new Int32Array(1 + words),
    assessed: new Map(),
  }
  return {
    ofRuling: (ruling, needs, row) =>
      ruling.possible.length === 0 ? ofDecided(found, ruling, row) : ofOpen(found, ruling, needs, row),
    ofAssessment: (assessment, row) => ofAssessment(found, assessment, row),
    isFull: () => found.decided.size + found.opened.length + found.assessed.size > MOST_OUTCOMES,
    forget: () => forget(found),
  }
}

function ofDecided(found: Found, ruling: Ruling, row: number): CountedOutcome {
  const known = found.decided.get(ruling.number)
  if (known !== undefined) return known
  const outcome = newOutcome(found, ruling, NO_NEEDS, row)
  found.decided.set(ruling.number, outcome)
  return outcome
}

function ofOpen(found: Found, ruling: Ruling, needs: Int32Array, row: number): CountedOutcome {
  const { compiled, key, open, opened } = found
  key[0] = ruling.number
  for (let word = 1; word < key.length; word++) key[word] = needs[word - 1] as number
  const place = open.find(key)
  if (place >= 0) return opened[place] as CountedOutcome
  const outcome = newOutcome(found, ruling, compiled.gapNames(needs), row)
  opened[open.add(key)] = outcome
  return outcome
}

function ofAssessment(found: Found, assessment: Assessment, row: number): CountedOutcome {
  const { decision, possible, reasons, needs } = assessment
  const verdicts = [...assessment.verdicts.values()]
  const text = JSON.stringify([decision, possible, reasons, needs, verdicts])
  const known = found.assessed.get(text)
  if (known !== undefined) return known
  const outcome = newOutcome(found, { decision, possible, reasons, verdicts }, needs, row)
  found.assessed.set(text, outcome)
  return outcome
}

function newOutcome(
  { only }: Found,
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
    epoch: -1,
    idAt: 0,
    idLength: 0,
    dateAt: 0,
    dateLength: 0,
  }
}

function forget({ decided, open, opened, assessed, tally }: Found): void {
  for (const all of [decided.values(), opened, assessed.values()])
    for (const outcome of all) if (outcome.records > 0) tally.add(outcome)
  decided.clear()
  opened.length = 0
  open.clear()
  assessed.clear()
}
