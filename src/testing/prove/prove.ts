import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { decide, reachableRows } from '../../engine/decide.js'
import type { DecisionCondition, Pack, Property, TableRow } from '../../lang/pack.js'
import { type Known, knownText } from '../../lang/record.js'
import type { Assignment } from './candidates.js'
import { type Combination, combinationsOf, type Shown } from './combinations.js'
import { type EverVerdicts, verdictsEver } from './ever.js'
import { finding } from './finding.js'

/** A combination with the row that fires for it. */
interface Judged extends Combination {
  readonly row: number
  readonly outcome: string
}

/**
 * Looks for records that show that every row of every table fires, that every criterion changes some decision, and that the promised
 * properties hold. What no combination of verdicts can show is an error; what no candidate shows is a note, because nobody tries all records.
 */
export function provePack(pack: Pack, shown: Shown = combinationsOf(pack)): Diagnostic[] {
  const judged = shown.combinations.map((each): Judged => ({ ...each, ...outcomeOf(pack, each, null) }))
  const verdicts = verdictsEver(pack)
  return [
    ...unreachedRows(pack, judged, verdicts, shown.tried),
    ...idleCriteria(pack, judged, verdicts, shown.tried),
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
  const names = namesIn(when.criteria)
  let anyUnmet = false
  for (const id of unmet) anyUnmet ||= id !== without && names.has(id)
  return when.kind === 'any-unmet' ? anyUnmet : !anyUnmet
}

const namesKept = new WeakMap<readonly string[], ReadonlySet<string>>()

/** A list as a set, made once, because a list of many criteria is asked for many combinations. */
function namesIn(list: readonly string[]): ReadonlySet<string> {
  const kept = namesKept.get(list) ?? new Set(list)
  namesKept.set(list, kept)
  return kept
}

function unreachedRows(
  pack: Pack,
  judged: readonly Judged[],
  verdicts: EverVerdicts,
  tried: number,
): Diagnostic[] {
  const findings: Diagnostic[] = []
  for (const [code, rows] of pack.decisions.tables) {
    const reachable = reachableRows(rows, verdicts)
    const here = judged.filter((each) => each.code === code)
    for (const [index, row] of rows.entries()) {
      if (here.some((each) => each.row === index)) continue
      const shadowed = here.find((each) => fires(row.when, each.unmet, null))
      const isOpen = reachable.includes(index)
      const message = isOpen
        ? say('proof.unreached-row.tried', { tried, outcome: row.then })
        : say('proof.unreached-row', { record: pack.record.name, outcome: row.then })
      findings.push(
        finding(
          pack,
          isOpen ? 'note' : 'error',
          'unreachable-row',
          `decisions.${code === '' ? 'table' : code}.${index}`,
          message,
          isOpen
            ? { ...notAll(), ...shownBy(pack, shadowed) }
            : { why: shadowedWhy(rows, shadowed), ...shownBy(pack, shadowed) },
        ),
      )
    }
  }
  return findings
}

/** What is said where candidates show nothing and no proof does. */
export const notAll = () => ({ why: say('proof.not-all.why'), help: say('proof.not-all.help') })

function shadowedWhy(rows: readonly TableRow[], shadowed: Judged | undefined): string {
  if (shadowed === undefined) return say('proof.unreached-row.why')
  return say('proof.shadowed-row.why', {
    number: shadowed.row + 1,
    outcome: rows[shadowed.row]?.then ?? '',
  })
}

function idleCriteria(
  pack: Pack,
  judged: readonly Judged[],
  verdicts: EverVerdicts,
  tried: number,
): Diagnostic[] {
  const turning = new Set(
    [...pack.decisions.tables.keys()].flatMap((code) => decide(pack.decisions, [code], verdicts).turning),
  )
  const findings: Diagnostic[] = []
  for (const { id, advisory } of pack.criteria) {
    if (advisory || judged.some((each) => outcomeOf(pack, each, id).outcome !== each.outcome)) continue
    const shown = judged.find((each) => each.unmet.has(id))
    const isOpen = turning.has(id)
    const message = isOpen
      ? say('proof.idle-criterion.tried', { tried, id })
      : say('proof.idle-criterion', { id })
    const why =
      shown === undefined
        ? say('proof.idle-criterion.why.never')
        : say('proof.idle-criterion.why', { outcome: shown.outcome })
    const said = isOpen ? notAll() : { why, help: placeFor(pack, judged, id) }
    findings.push(
      finding(pack, isOpen ? 'note' : 'error', 'idle-criterion', `criteria.${id}`, message, {
        ...said,
        ...shownBy(pack, shown),
      }),
    )
  }
  return findings
}

/** The first row in whose list a criterion would change a decision, as advice. */
function placeFor(pack: Pack, judged: readonly Judged[], id: string): string {
  for (const [code, rows] of pack.decisions.tables) {
    const here = judged.filter((each) => each.code === code && each.unmet.has(id))
    for (const [index, { when, then }] of rows.entries()) {
      if (when.kind === 'otherwise' || when.criteria.includes(id)) continue
      const changed = rows.with(index, {
        ...(rows[index] as TableRow),
        when: { ...when, criteria: [...when.criteria, id] },
      })
      const isUsed = here.some(
        ({ unmet, outcome }) => changed.find((row) => fires(row.when, unmet, null))?.then !== outcome,
      )
      if (!isUsed) continue
      const list = `${when.kind === 'any-unmet' ? 'any unmet' : 'all met'} of [${when.criteria.join(', ')}]`
      const at = { number: index + 1, list, outcome: then }
      return code === ''
        ? say('proof.idle-criterion.help.row', at)
        : say('proof.idle-criterion.help.table', { ...at, table: code })
    }
  }
  return say('proof.idle-criterion.help')
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
      const message = say('proof.property', {
        id: property.id,
        worse: worse.each.outcome,
        better: better.each.outcome,
      })
      const more = [...worse.each.unmet].filter((id) => !better.each.unmet.has(id)).join(', ')
      const witness = `# ${better.each.outcome}\n${witnessText(pack, better.each, 'better')}\n# ${say('proof.property.witness', { outcome: worse.each.outcome, more })}\n${witnessText(pack, worse.each, 'worse')}`
      return [
        finding(pack, 'error', 'property-broken', `properties.${property.id}`, message, {
          why: say('proof.property.why'),
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
