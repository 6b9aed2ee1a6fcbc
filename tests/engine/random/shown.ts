import { digits } from '../../../src/base/decimal.js'
import { describeRange, rangeText } from '../../../src/base/range.js'
import type { DerivedSource } from '../../../src/lang/pack.js'
import { printExpression } from '../../../src/lang/parse/print.js'
import { everyRow, type Fact } from '../../../src/lang/record.js'
import type { Situation } from './situation.js'

/** A pack and a record in a few lines, for a failing property. */
export function shown({ pack, record, option }: Situation): string {
  const sure = record.members?.kind === 'rows' ? record.members.rows.length : 0
  const lines = [
    `record ${[...record.facts].map(([name, fact]) => `${name} ${factText(fact)}`).join(', ')}`,
    `members ${
      record.members?.kind === 'rows'
        ? everyRow(record.members)
            .map(
              ({ facts }, at) =>
                `${at < sure ? '' : 'maybe '}{ ${[...facts].map(([name, fact]) => `${name} ${factText(fact)}`).join(', ')} }`,
            )
            .join(' ')
        : (record.members?.reason ?? 'none')
    }`,
    `as of ${option ?? `the record, else ${pack.asOf}`}, size ${pack.record.size}`,
    ...[...pack.parameters.values()].map(
      (each) =>
        `parameter ${each.name} (${describeRange(each.range)}) ${each.values.map(({ from, to, value }) => `${from}..${to ?? ''} ${digits(value)}`).join(', ')}`,
    ),
    ...[...pack.facts.values(), ...(pack.memberFacts?.values() ?? [])].flatMap((each) =>
      each.unit === null
        ? []
        : [
            `fact ${each.name} (${describeRange(each.range)})${each.completedYearsSince === null ? '' : ' since birth'}`,
          ],
    ),
    ...[...pack.derived.values()].map(
      (each) =>
        `derived ${each.name} (${describeRange(each.declaration.range)}) ${each.sources.map(sourceText).join(' | ')}`,
    ),
    ...pack.criteria.map(
      (each) =>
        `criterion ${each.id} ${printExpression(each.met)}${each.appliesIf === null ? '' : ` IF ${printExpression(each.appliesIf)}`}${each.since === null ? '' : ` SINCE ${each.since}`}${each.advisory ? ' ADVISORY' : ''}`,
    ),
    ...pack.checks.map(
      (each) => `check ${each.id} ${printExpression(each.when)} TAKES ${each.gap.join(', ')}`,
    ),
    ...[...pack.decisions.tables].map(
      ([code, rows]) =>
        `table ${code} ${rows.map(({ when, then }) => (when.kind === 'otherwise' ? then : `${when.kind} ${when.criteria.join()} -> ${then}`)).join('; ')}`,
    ),
  ]
  return `\n${lines.join('\n')}\n`
}

function factText(fact: Fact): string {
  if (fact.kind === 'gap') return fact.range === undefined ? `<${fact.reason}>` : rangeText(fact.range)
  return typeof fact.value === 'object' ? digits(fact.value) : String(fact.value)
}

function sourceText(source: DerivedSource): string {
  if (source.kind === 'given') return 'given'
  return source.kind === 'expression'
    ? printExpression(source.expression)
    : `${printExpression(source.of)} within ${printExpression(source.within)}`
}
