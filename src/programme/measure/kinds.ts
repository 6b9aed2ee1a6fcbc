import type { Range } from '../../base/range.js'
import type { Truth } from '../../base/truth.js'
import type { Assessment } from '../../engine/assessment.js'
import type { Pack } from '../../lang/pack.js'
import type { Book, Programme } from '../policy/programme.js'
import { ASKED } from './asked.js'

/** How many persons a household has where that is not one number; `most` is `null` without an upper end. */
export interface SizeRange {
  readonly least: number
  readonly most: number | null
}

/** All that figures need of a record but its number of persons and its amounts. Records that are alike share one. */
export interface Kind {
  readonly id: number
  /** In 10⁻⁹. */
  readonly weight: bigint
  /** `null` where the number of persons is known. */
  readonly size: SizeRange | null
  /** The place of the book in force in the programme's list; `null` while the status is unknown or the pack has none. */
  readonly inForce: number | null
  /** The places of the books that the decision may propose; one where it is settled. */
  readonly proposed: readonly number[]
  /** For each mark of key households. */
  readonly marks: readonly Truth[]
  /** For each line, if the household is below it. */
  readonly poor: readonly Truth[]
  /** For each criterion of the index, if it is unmet. */
  readonly unmet: readonly Truth[]
}

export interface KindOfRecord {
  readonly kind: Kind
  /** The number of persons, where it is one number; else 0. */
  readonly persons: number
}

/** Finds the kind of each record; kinds are numbered in the order in which they are met. */
export function createKinds(pack: Pack, programme: Programme) {
  const kinds = new Map<string, Kind>()
  const books = booksOf(pack, programme)
  const lines = programme.lines.map(({ id }) => ASKED.poor(id))
  const marks = programme.key.map(({ id }) => ASKED.mark(id))
  const criteria = [...(programme.index?.weights.keys() ?? [])]
  return {
    of(assessment: Assessment, weight: bigint): KindOfRecord {
      const { outputs, verdictSets } = assessment
      const truthOf = (name: string) => truthIn(outputs.get(name))
      const { persons, size } = sizeOf(outputs.get(ASKED.size))
      const parts = {
        weight,
        size,
        inForce: books.inForce(assessment),
        proposed: books.proposed(assessment),
        marks: marks.map(truthOf),
        poor: lines.map(truthOf),
        unmet: criteria.map((id): Truth => {
          const set = verdictSets.get(id)
          if (set === undefined || !set.unmet) return false
          return set.met || set.notApplicable ? 'open' : true
        }),
      }
      const key = keyOf(parts)
      let kind = kinds.get(key)
      if (kind === undefined) {
        kind = { ...parts, id: kinds.size }
        kinds.set(key, kind)
      }
      return { kind, persons }
    },
  }
}

/** A question of yes or no as its output says it. */
function truthIn(range: Range | undefined): Truth {
  if (range?.lo == null || range.hi === null) return 'open'
  if (!range.lo.eq(range.hi)) return 'open'
  return !range.lo.eq(0)
}

function sizeOf(range: Range | undefined): { persons: number; size: SizeRange | null } {
  const least = range?.lo?.toNumber() ?? 0
  const most = range?.hi?.toNumber() ?? null
  return least === most ? { persons: least, size: null } : { persons: 0, size: { least, most } }
}

const SIGNS: Readonly<Record<string, string>> = { true: '1', false: '0', open: '?' }

function keyOf({ weight, size, inForce, proposed, marks, poor, unmet }: Omit<Kind, 'id'>): string {
  let key = `${weight};${size === null ? '' : `${size.least}..${size.most}`};${inForce};${proposed.join()};`
  for (const truth of marks) key += SIGNS[String(truth)]
  for (const truth of poor) key += SIGNS[String(truth)]
  for (const truth of unmet) key += SIGNS[String(truth)]
  return key
}

/** Finds books by their places in the programme's list. */
function booksOf({ decisions }: Pack, { books }: Programme) {
  const byOutcome = new Map<string, number>()
  const byCode = new Map<string, number>()
  for (const [place, { outcomes, inForce }] of books.entries()) {
    for (const outcome of outcomes) byOutcome.set(outcome, place)
    if (inForce !== null) byCode.set(inForce, place)
  }
  const rest = restBook(books)
  return {
    inForce({ record }: Assessment): number | null {
      const fact = decisions.by === null ? undefined : record.facts.get(decisions.by)
      if (fact?.kind !== 'known' || typeof fact.value !== 'string') return null
      return byCode.get(fact.value) ?? rest
    },
    proposed({ decision, possible }: Assessment): readonly number[] {
      const outcomes = possible.length === 0 ? [decision] : possible
      const places = new Set(outcomes.map((outcome) => byOutcome.get(outcome) ?? -1))
      return [...places].sort((a, b) => a - b)
    },
  }
}

/** The book of households that no status puts into another. */
function restBook(books: readonly Book[]): number | null {
  const place = books.findIndex(({ inForce, watched }) => inForce === null && !watched)
  return place < 0 ? null : place
}
