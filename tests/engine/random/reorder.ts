import type { Expression, RosterExpression } from '../../../src/lang/expression/expression.js'
import { type CaseRecord, everyRow } from '../../../src/lang/record.js'
import { type Chance, shuffled } from './chance.js'
import type { PackSketch, SourceSketch } from './sketch.js'

/** The same pack with everything in another order whose order must not matter; the rows of a table keep theirs. */
export function reordered(sketch: PackSketch, chance: Chance): PackSketch {
  const turn = (e: Expression) => turned(e, chance)
  const turnSource = (source: SourceSketch): SourceSketch =>
    source === 'given'
      ? source
      : 'within' in source
        ? { of: turn(source.of), within: turn(source.within) }
        : turn(source)
  const turnSources = (sources: readonly SourceSketch[]) => shuffled(sources.map(turnSource), chance)
  return {
    ...sketch,
    size: sketch.size && turnSources(sketch.size),
    derived: Object.fromEntries(
      Object.entries(sketch.derived).map(([name, each]) => [
        name,
        { ...each, sources: turnSources(each.sources) },
      ]),
    ),
    criteria: shuffled(
      sketch.criteria.map((each) => ({
        ...each,
        met: turn(each.met),
        appliesIf: each.appliesIf && turn(each.appliesIf),
      })),
      chance,
    ),
    checks: shuffled(
      sketch.checks.map((each) => ({
        ...each,
        when: turn(each.when),
        picks: shuffled(each.picks, chance),
      })),
      chance,
    ),
    tables: sketch.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({ ...row, criteria: shuffled(row.criteria, chance) })),
    })),
  }
}

/** The expression with the operands of `and or + * min max = !=`, the items of a list and the filters of a roster in random order. */
function turned(e: Expression, chance: Chance): Expression {
  const turn = (part: Expression) => turned(part, chance)
  const roster = (of: RosterExpression): RosterExpression => ({
    ...of,
    where: shuffled(of.where.map(turn), chance),
  })
  switch (e.kind) {
    case 'number':
    case 'text':
    case 'name':
    case 'member':
      return e
    case 'negate':
    case 'not':
      return { ...e, operand: turn(e.operand) }
    case 'and':
    case 'or':
    case 'arithmetic':
    case 'comparison': {
      const keepsOrder =
        e.kind === 'arithmetic' ? e.operator === '-' : e.kind === 'comparison' && !/^!?=$/.test(e.operator)
      const [left, right] = [turn(e.left), turn(e.right)]
      return keepsOrder || chance(2) === 0 ? { ...e, left, right } : { ...e, left: right, right: left }
    }
    case 'between':
      return { ...e, operand: turn(e.operand), low: turn(e.low), high: turn(e.high) }
    case 'one-of':
      return { ...e, operand: turn(e.operand), items: shuffled(e.items.map(turn), chance) }
    case 'if':
      return { ...e, condition: turn(e.condition), yes: turn(e.yes), no: turn(e.no) }
    case 'min':
    case 'max':
      return { ...e, items: shuffled(e.items.map(turn), chance) }
    case 'count':
      return { ...e, of: roster(e.of) }
    case 'sum':
      return { ...e, of: roster(e.of), each: turn(e.each) }
    case 'every':
    case 'some':
      return { ...e, of: roster(e.of), satisfies: turn(e.satisfies) }
  }
}

/** The record with its members in another order, those that may be nobody last, and the new number of each row by its old one, both from 1. */
export function reorderedMembers(
  record: CaseRecord,
  chance: Chance,
): { record: CaseRecord; numbers: ReadonlyMap<number, number> } {
  if (record.members?.kind !== 'rows') return { record, numbers: new Map() }
  const { members } = record
  const rows = shuffled([...members.rows.entries()], chance)
  return {
    record: { ...record, members: { ...members, rows: rows.map(([, row]) => row) } },
    numbers: new Map(everyRow(members).map((_, at) => [(rows[at]?.[0] ?? at) + 1, at + 1])),
  }
}
