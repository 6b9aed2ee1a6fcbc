import type { Diagnostic } from '../../base/diagnostic.js'
import type { DecisionCondition, Pack, Property, TableRow } from '../../lang/pack.js'
import { type Known, knownText } from '../../lang/record.js'
import type { Assignment } from './candidates.js'
import { type Combination, combinationsOf } from './combinations.js'
import { finding } from './finding.js'

/** A combination with the row that fires for it. */
interface Judged extends Combination {
  readonly row: number
  readonly outcome: string
}

/**
 * Proves a pack over candidate records: every row of every table fires, every criterion changes some decision, and the promised properties
 * hold. Anything else is a finding with a record that shows it.
 */
export function provePack(pack: Pack, combinations = combinationsOf(pack)): Diagnostic[] {
  const judged = combinations.map((each): Judged => ({ ...each, ...outcomeOf(pack, each, null) }))
  return [
    ...unreachedRows(pack, judged),
    ...idleCriteria(pack, judged),
    ...pack.properties.flatMap((property) => brokenBy(pack, property, judged)),
  ]
}

/** The first row that fires; `without` names a criterion that is taken out of every list. */
function outcomeOf(
  pack: Pack,
  { code, unmet }: Combination,
  without: string | null,
): { row: number; outcome: string } {
  const rows = pack.decisions.tables.get(code) ?? []
  const row = rows.findIndex(({ when }) => fires(when, unmet, without))
  return { row, outcome: rows[row]?.then ?? '' }
}

export function fires(when: DecisionCondition, unmet: ReadonlySet<string>, without: string | null): boolean {
  if (when.kind === 'otherwise') return true
  const anyUnmet = when.criteria.some((id) => id !== without && unmet.has(id))
  return when.kind === 'any-unmet' ? anyUnmet : !anyUnmet
}

function unreachedRows(pack: Pack, judged: readonly Judged[]): Diagnostic[] {
  const findings: Diagnostic[] = []
  for (const [code, rows] of pack.decisions.tables) {
    for (const [index, row] of rows.entries()) {
      const here = judged.filter((each) => each.code === code)
      if (here.some((each) => each.row === index)) continue
      const shadowed = here.find((each) => fires(row.when, each.unmet, null))
      findings.push(
        finding(
          pack,
          'error',
          'unreachable-row',
          `decisions.${code === '' ? 'table' : code}.${index}`,
          `no ${pack.record.name} comes to the row for \`${row.then}\``,
          { why: shadowedWhy(rows, shadowed), ...shownBy(pack, shadowed) },
        ),
      )
    }
  }
  return findings
}

function shadowedWhy(rows: readonly TableRow[], shadowed: Judged | undefined): string {
  if (shadowed === undefined) return 'its condition holds for no candidate record'
  return `wherever it would fire, row ${shadowed.row + 1} (\`${rows[shadowed.row]?.then}\`) fires first`
}

function idleCriteria(pack: Pack, judged: readonly Judged[]): Diagnostic[] {
  const findings: Diagnostic[] = []
  for (const { id, advisory } of pack.criteria) {
    if (advisory || judged.some((each) => outcomeOf(pack, each, id).outcome !== each.outcome)) continue
    const shown = judged.find((each) => each.unmet.has(id))
    const why =
      shown === undefined
        ? 'it is unmet for no candidate record'
        : `whatever it says, the decision is the same; here \`${shown.outcome}\``
    findings.push(
      finding(pack, 'error', 'idle-criterion', `criteria.${id}`, `criterion \`${id}\` changes no decision`, {
        why,
        ...shownBy(pack, shown),
      }),
    )
  }
  return findings
}

/** A record with all unmet criteria of another one, and more, must not get an outcome with less help. */
function brokenBy(pack: Pack, property: Property, judged: readonly Judged[]): Diagnostic[] {
  const ranked = judged.flatMap((each) =>
    property.order.includes(each.outcome) ? [{ each, rank: property.order.indexOf(each.outcome) }] : [],
  )
  for (const better of ranked) {
    for (const worse of ranked) {
      if (worse.rank >= better.rank || worse.each.code !== better.each.code) continue
      if (
        worse.each.unmet.size <= better.each.unmet.size ||
        ![...better.each.unmet].every((id) => worse.each.unmet.has(id))
      )
        continue
      const message = `\`${property.id}\` does not hold: \`${worse.each.outcome}\` goes to who is worse off than one who gets \`${better.each.outcome}\``
      const more = [...worse.each.unmet].filter((id) => !better.each.unmet.has(id)).join(', ')
      const witness = `# ${better.each.outcome}\n${witnessText(pack, better.each, 'better')}\n# ${worse.each.outcome}, with ${more} unmet as well\n${witnessText(pack, worse.each, 'worse')}`
      return [
        finding(pack, 'error', 'property-broken', `properties.${property.id}`, message, {
          why: 'more unmet criteria must never bring less help',
          witness,
        }),
      ]
    }
  }
  return []
}

const shownBy = (pack: Pack, shown: Combination | undefined): { witness?: string } =>
  shown === undefined ? {} : { witness: witnessText(pack, shown) }

/** A candidate record as YAML that `tpa assess` reads. */
export function witnessText(pack: Pack, { asOf, witness }: Combination, id = 'candidate'): string {
  const { record } = pack
  const lines = [`${record.id}: ${id}`]
  if (record.date !== null && asOf !== null) lines.push(`${record.date}: ${asOf}`)
  for (const each of witness) lines.push(...assignmentLines(each))
  return lines.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`)).join('\n')
}

function assignmentLines(each: Assignment): string[] {
  if (!('rows' in each)) return [`${each.fact}: ${scalar(each.value)}`]
  const rows = each.rows.map((row) => {
    const facts = [...row.facts].flatMap(([name, fact]) =>
      fact.kind === 'known' ? [`${name}: ${scalar(fact.value)}`] : [],
    )
    return `  - { ${facts.join(', ')} }`
  })
  return ['members:', ...rows]
}

/** A value as YAML: in quotes unless it is a plain word or number. */
function scalar(value: Known): string {
  const text = knownText(value)
  return /^-?[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(text) ? text : JSON.stringify(text)
}
