import fc from 'fast-check'
import { type Decimal, decimal } from '../../../src/base/decimal.js'
import { meet, type Range } from '../../../src/base/range.js'
import { factBehind, numbersLeft, withFact } from '../../../src/engine/possible-answers.js'
import { columnsOf, type FactDeclaration, type Pack } from '../../../src/lang/pack.js'
import { type CaseRecord, type Fact, factOfRange, type Member } from '../../../src/lang/record.js'
import { type Chance, chanceFrom, oneOf } from './chance.js'
import { type RandomCase, randomCase } from './records.js'
import { firstOf, type Situation } from './situation.js'
import { into, thresholds } from './values.js'

/** Random packs with random records in which some numbers, known and missing ones, are ranges. */
export const rangedCase: fc.Arbitrary<RandomCase> = fc
  .tuple(randomCase, fc.nat(1_000_000))
  .map(([drawn, seed]) => {
    const chance = chanceFrom(seed)
    return { ...drawn, records: drawn.records.map((each) => withRanges(drawn.pack, each, chance)) }
  })

/** The record with ranges in the place of some of its numbers. */
function withRanges(pack: Pack, record: CaseRecord, chance: Chance): CaseRecord {
  const declared = columnsOf(pack)
  const members = (rows: readonly Member[]) =>
    rows.map((row) => ({ ...row, facts: ranged(pack, pack.memberFacts ?? new Map(), row.facts, chance) }))
  return {
    ...record,
    facts: ranged(pack, declared, record.facts, chance),
    members:
      record.members?.kind === 'rows'
        ? { ...record.members, rows: members(record.members.rows) }
        : record.members,
  }
}

const ranged = (
  pack: Pack,
  declared: ReadonlyMap<string, FactDeclaration>,
  facts: ReadonlyMap<string, Fact>,
  chance: Chance,
): Map<string, Fact> =>
  new Map(
    [...facts].map(([name, fact]) => {
      const declaration = declared.get(name)
      const stays = declaration?.unit == null || (fact.kind === 'gap' && fact.reason === 'absent')
      return [name, stays || chance(3) > 0 ? fact : (rangeAround(pack, declaration, fact, chance) ?? fact)]
    }),
  )

const WIDTHS = ['0', '0', '0.5', '1', '2', '1000', '20000'].map(decimal)

/** A range with the value in it, or with a value at which something may turn. */
function rangeAround(pack: Pack, declaration: FactDeclaration, fact: Fact, chance: Chance): Fact | null {
  const isNumber = fact.kind === 'known' && typeof fact.value === 'object'
  const middle = isNumber ? fact.value : oneOf(thresholds(pack, declaration, 1 + chance(4)), chance)
  const end = (width: Decimal) => (chance(6) === 0 ? null : into(declaration, middle.plus(width)))
  const lo = end(oneOf(WIDTHS, chance).neg())
  const hi = end(oneOf(WIDTHS, chance))
  const range = meet(declaration.range, { lo, hi })
  if ((lo === null && hi === null) || range === null) return null
  const read = factOfRange(range)
  return read.kind === 'known' ? read : factOfRange({ lo, hi })
}

/** The situation with a range made narrower at one end or both. */
export function narrowed(situation: Situation, name: string, chance: Chance): Situation | null {
  const { pack, record } = situation
  const declaration = columnsOf(pack).get(name) ?? pack.memberFacts?.get(name.replace(/^.*\./, ''))
  const own = factBehind(record, name)
  if (declaration === undefined || own?.kind !== 'gap' || own.range === undefined) return null
  const left = numbersLeft(record, name, declaration)
  return firstOf(situation, name, 3, () => {
    const range = meet(left, someRange(pack, { ...declaration, range: left }, chance))
    return range && { ...situation, record: withFact(record, name, factOfRange(range)) }
  })
}

function someRange(pack: Pack, declaration: FactDeclaration, chance: Chance): Range {
  const some = () => into(declaration, oneOf(thresholds(pack, declaration, 1 + chance(4)), chance))
  const [one, two] = [some(), some()]
  return one.lte(two) ? { lo: one, hi: two } : { lo: two, hi: one }
}
