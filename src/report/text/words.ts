import { say } from '../../base/say/say.js'
import type { Assessment } from '../../engine/assessment.js'
import {
  criterionReason,
  decisionName,
  factLabel,
  parameterTitle,
  recordName,
  recordNames,
} from '../../lang/labels.js'
import { type Pack, VERIFY } from '../../lang/pack.js'
import type { GapReason } from '../../lang/record.js'
import { grouped } from './numbers.js'

/** What a gap reason says to a person. */
export const gapWords = (reason: GapReason): string => say(`gap.${reason}`)

/** A fact by its label, a parameter by its title: `transfer income`, `in school (member 2)`. */
export function factWords(pack: Pack, path: string): string {
  const [, row, ofMember] = /^members(?:\[(\d+)\])?\.(\w+)$/.exec(path) ?? []
  if (ofMember !== undefined) {
    const member = pack.memberFacts?.get(ofMember)
    const fact = lowerFirst((member && factLabel(member)) ?? ofMember)
    return row === undefined ? say('fact.a-member', { fact }) : say('fact.member', { fact, row })
  }
  if (path === 'members') return say('fact.members')
  const declaration = pack.facts.get(path) ?? pack.derived.get(path)?.declaration
  return lowerFirst((declaration && factLabel(declaration)) ?? parameterTitle(pack, path) ?? path)
}

/** Why a decision was given, or what keeps it open, in one line. */
export function whyWords(pack: Pack, assessment: Assessment): string {
  if (assessment.decision !== VERIFY) {
    return assessment.reasons.length === 0
      ? say('why.nothing')
      : parted(assessment.reasons.map((id) => reasonWords(pack, id)))
  }
  const possible = assessment.possible.map((name) => decisionName(pack, name))
  const still = [listed(possible, 'or')]
  if (assessment.needs.length > 0) {
    const facts = listed(shortened(assessment.needs.map((path) => factWords(pack, path))), 'and')
    still.push(say('why.needs', { facts }))
  }
  still.push(...new Set(assessment.blocked.map((name) => blockedWords(pack, name, assessment))))
  return parted(still)
}

/** Why no answer settles something: a parameter has no value, sources conflict, or only rounded figures are known. */
export function blockedWords(pack: Pack, name: string, { asOf, diagnostics }: Assessment): string {
  const fact = factWords(pack, name)
  if (asOf === null && (pack.parameters.has(name) || name === pack.record.date))
    return say('blocked.no-day', { fact: factWords(pack, pack.record.date ?? 'as_of') })
  if (pack.parameters.has(name)) return say('blocked.no-value', { fact, day: asOf ?? '' })
  const conflicts = diagnostics.some(
    ({ code, message }) => code === 'conflict' && message.includes(`\`${name}\``),
  )
  return say(conflicts ? 'blocked.conflict' : 'blocked.rounded', { fact })
}

function reasonWords(pack: Pack, id: string): string {
  const criterion = pack.criteria.find((each) => each.id === id)
  return criterion === undefined ? id : criterionReason(pack, criterion)
}

const MOST = 3

/** At most three names, and how many more there are of `all`; at least the first four must be given. */
export function shortened(words: readonly string[], all = words.length): string[] {
  if (all <= MOST + 1) return [...words]
  return [...words.slice(0, MOST), say('list.more', { count: all - MOST })]
}

/** `a`, `a or b`, `a, b or c` */
export function listed(words: readonly string[], last: 'and' | 'or'): string {
  if (words.length <= 1) return words.join('')
  const first = words.slice(0, -1).join(say('names.item'))
  return say(`list.${last}`, { first, last: words[words.length - 1] ?? '' })
}

/** Parts of a sentence, as `a; b`. */
export const parted = (parts: readonly string[]): string => parts.join(say('remarks.item'))

/** `1 household`, `2,850 households` */
export const countedRecords = (pack: Pack, count: number): string =>
  say('count.records', {
    count: grouped(count),
    records: count === 1 ? recordName(pack) : recordNames(pack),
  })

/** `Wage income` becomes `wage income` inside a sentence; `GDP` stays. */
const lowerFirst = (text: string) =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text

/** The text with a capital first letter. */
export const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
