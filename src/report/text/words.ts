import type { Assessment } from '../../engine/assessment.js'
import { type Pack, VERIFY } from '../../lang/pack.js'
import type { GapReason } from '../../lang/record.js'

/** What a gap reason says to a person. */
export const GAP_WORDS: Record<GapReason, string> = {
  blank: 'left blank',
  dont_know: 'not known to the household',
  refused: 'refused',
  not_asked: 'not asked',
  invalid: 'unreadable',
  suspect: 'suspect',
  conflicting: 'conflicting',
  absent: 'no such column',
  not_in_force: 'no value on the date',
}

/** The pack's title of a decision. */
export const decisionTitle = (pack: Pack, decision: string): string =>
  decision === VERIFY ? 'needs a person' : (pack.decisions.outcomes.get(decision) ?? decision)

/** A fact by its English label, a parameter by its title: `transfer income`, `in school (member 2)`. */
export function factWords(pack: Pack, path: string): string {
  const [, row, ofMember] = /^members(?:\[(\d+)\])?\.(\w+)$/.exec(path) ?? []
  if (ofMember !== undefined) {
    const label = lowerFirst(pack.memberFacts?.get(ofMember)?.labels.en ?? ofMember)
    return row === undefined ? `${label} (a member)` : `${label} (member ${row})`
  }
  if (path === 'members') return 'the list of members'
  const declaration = pack.facts.get(path) ?? pack.derived.get(path)?.declaration
  return lowerFirst(declaration?.labels.en ?? pack.parameters.get(path)?.title ?? path)
}

/** Why a decision was given, or what keeps it open, in one line. */
export function whyWords(pack: Pack, assessment: Assessment): string {
  if (assessment.decision !== VERIFY) {
    return assessment.reasons.length === 0
      ? 'nothing unmet'
      : assessment.reasons.map((id) => reasonWords(pack, id)).join('; ')
  }
  const still = [listed(assessment.possible, 'or')]
  if (assessment.needs.length > 0) {
    still.push(`needs ${listed(shortened(assessment.needs.map((path) => factWords(pack, path))), 'and')}`)
  }
  still.push(...new Set(assessment.blocked.map((name) => blockedWords(pack, name, assessment))))
  return still.join('; ')
}

/** Why no answer settles something: a parameter has no value, sources conflict, or only rounded figures are known. */
export function blockedWords(pack: Pack, name: string, { asOf, diagnostics }: Assessment): string {
  const words = factWords(pack, name)
  if (asOf === null && (pack.parameters.has(name) || name === pack.record.date))
    return `${factWords(pack, pack.record.date ?? 'as_of')} does not read as a day`
  if (pack.parameters.has(name)) return `${words} has no value on ${asOf}; \`--as-of\` judges on another day`
  const conflicts = diagnostics.some(
    ({ code, message }) => code === 'conflict' && message.includes(`\`${name}\``),
  )
  return conflicts ? `what is known of ${words} is in conflict` : `${words} is known only as a rounded figure`
}

const reasonWords = (pack: Pack, id: string) =>
  pack.criteria.find((criterion) => criterion.id === id)?.reason ?? id

const MOST = 3

/** At most three names, and how many more there are of `all`; at least the first four must be given. */
export function shortened(words: readonly string[], all = words.length): string[] {
  if (all <= MOST + 1) return [...words]
  return [...words.slice(0, MOST), `${all - MOST} more`]
}

/** `a`, `a or b`, `a, b or c` */
export function listed(words: readonly string[], last: 'and' | 'or'): string {
  if (words.length <= 1) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${last} ${words[words.length - 1]}`
}

/** `Wage income` becomes `wage income` inside a sentence; `GDP` stays. */
const lowerFirst = (text: string) =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text

/** The text with a capital first letter. */
export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
