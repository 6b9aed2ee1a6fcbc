import { type Decimal, decimalAt, digits, ZERO } from '../../base/decimal.js'
import { type Assessment, VERIFY, type Verdict } from '../../engine/assessment.js'
import { gapsOfUnknown } from '../../engine/compile-js/assess-fast.js'
import type { CompiledPack, CompiledResult } from '../../engine/compile-js/compile.js'
import { createWordTable } from '../../engine/compile-js/word-table.js'
import { type OutcomeCells, outcomeCells } from '../../report/csv-bytes.js'

/** Records that came to the same, as another thread can tell of them. */
export interface TalliedOutcome {
  /** The number of the first of them among all rows. */
  readonly first: number
  readonly decision: string
  readonly verdicts: ReadonlyMap<string, Verdict>
  readonly gaps: ReadonlyMap<string, readonly string[]>
  readonly needs: readonly string[]
  readonly records: number
  /** Of them those whose size is not one number, and the digits of the persons in the others. */
  readonly unsized: number
  readonly persons: string
}

/** What a record came to, with a count of those that came to the same. */
export interface Outcome extends Omit<TalliedOutcome, 'persons'> {
  readonly cells: OutcomeCells
  /** Whether reports show the record, and whether it is one of those that are listed first. */
  readonly isShown: boolean
  readonly isListed: boolean
  records: number
  unsized: number
  /** Persons as an integer at the places of sizes, and those that no such integer holds. */
  persons: number
  otherPersons: Decimal
}

export interface Outcomes {
  /** The outcome of what was just judged. */
  of(out: CompiledResult, row: number): Outcome
  /** The same of a record that was judged by itself. */
  ofAssessment(assessment: Assessment, row: number): Outcome
  /** How many there are. */
  size(): number
  /** Hands over what was counted, and starts anew. */
  take(): TalliedOutcome[]
}

/** @param only are the decisions that reports show; `null`: all. */
export function createOutcomes(compiled: CompiledPack, only: ReadonlySet<string> | null): Outcomes {
  const { pack } = compiled
  const sample = compiled.createResult()
  const width = 1 + sample.gaps.length + sample.needs.length
  const key = new Int32Array(width)
  const open = createWordTable(width)
  let opened: Outcome[] = []
  let decided: Outcome[] = []
  const assessed = new Map<string, Outcome>()

  function newOutcome(
    said: Pick<Assessment, 'decision' | 'possible' | 'reasons' | 'needs' | 'verdicts' | 'gaps'>,
    first: number,
  ): Outcome {
    const { decision, verdicts, gaps, needs } = said
    const isShown = only?.has(decision) ?? true
    const isListed = only === null ? decision === VERIFY : isShown
    return {
      ...{ first, decision, verdicts, gaps, needs, isShown, isListed },
      cells: outcomeCells(pack, said),
      ...{ records: 0, unsized: 0, persons: 0, otherPersons: ZERO },
    }
  }

  const judged = (out: CompiledResult, row: number) =>
    newOutcome(
      { ...out.ruling, needs: compiled.gapNames(out.needs), gaps: gapsOfUnknown(compiled, out) },
      row,
    )

  return {
    of(out, row) {
      const { ruling, gaps, needs } = out
      if (ruling.unknown.length === 0 && ruling.possible.length === 0) {
        const known = decided[ruling.number]
        if (known !== undefined) return known
        const made = judged(out, row)
        decided[ruling.number] = made
        return made
      }
      key[0] = ruling.number
      let at = 1
      for (let word = 0; word < gaps.length; word++) key[at++] = gaps[word] as number
      for (let word = 0; word < needs.length; word++) key[at++] = needs[word] as number
      const place = open.find(key)
      if (place >= 0) return opened[place] as Outcome
      const made = judged(out, row)
      opened[open.add(key)] = made
      return made
    },
    ofAssessment(assessment, row) {
      const { decision, possible, reasons, needs, verdicts, gaps } = assessment
      const text = JSON.stringify([decision, possible, reasons, needs, [...verdicts.values()], [...gaps]])
      const known = assessed.get(text)
      if (known !== undefined) return known
      const made = newOutcome(assessment, row)
      assessed.set(text, made)
      return made
    },
    size: () => opened.length + assessed.size,
    take() {
      const all = [...decided.filter((each) => each !== undefined), ...opened, ...assessed.values()]
      decided = []
      opened = []
      open.clear()
      assessed.clear()
      return all.map((each) => tallied(each, compiled.sizePlaces ?? 0))
    },
  }
}

function tallied(outcome: Outcome, places: number): TalliedOutcome {
  const { first, decision, verdicts, gaps, needs, records, unsized, persons, otherPersons } = outcome
  return {
    ...{ first, decision, verdicts, gaps, needs, records, unsized },
    persons: digits(decimalAt(persons, places).plus(otherPersons)),
  }
}
