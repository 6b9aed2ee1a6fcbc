import { say } from '../../base/say/say.js'
import type { Pack } from '../../lang/pack.js'
import { type Aspect, aspectsText, differencesOf, oneSidedWords } from './words.js'

/** One difference in meaning between two packs: the smallest piece that can be put into the old one. */
export interface Change {
  /** `parameters.poverty_line@2020-01-01`, `criteria.water.met`, `decisions.none`; unique between two packs. */
  readonly id: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** `poverty_line from 2020-01-01: 4000 → 4200 CNY/person/year` */
  readonly words: string
  /** What was there before, expressions in canonical form; `null` for what is added. */
  readonly before: string | null
  readonly after: string | null
  /**
   * True if it can turn a decision. A declaration that only one pack has cannot: an expression that reads it is a change of its own.
   * Outputs, and checks that take nothing away, never can.
   */
  readonly decisive: boolean
  /**
   * What it alters: `poverty_line`, `members.age`, `criteria.water`, `checks.one-head` or `decisions`; `null` if everything can depend on
   * it, as on a date.
   */
  readonly alters: string | null
  /** The pack with this one change. It must be `oldWithNew` or come from it, so that it knows the expressions of both packs. */
  apply(pack: Pack): Pack
}

/** The name that expressions have for a declaration. Member facts may share names with facts of the record. */
const quantity = (section: string, name: string) => (section === 'members' ? `members.${name}` : name)

/** The change for what only one pack declares. */
export function declaration(
  section: string,
  name: string,
  before: string | undefined,
  after: string | undefined,
  apply: Change['apply'],
): Change[] {
  const kind = before === undefined ? 'added' : 'removed'
  const words = say('change.of', { name, words: oneSidedWords(kind, after ?? before ?? '') })
  const id = `${section}.${name}`
  const sides = { before: before ?? null, after: after ?? null }
  return [{ id, kind, words, ...sides, decisive: false, alters: quantity(section, name), apply }]
}

/** The change for what both packs declare in different ways; none if they do not differ. */
export function altered(
  section: string,
  name: string,
  before: readonly Aspect[],
  after: readonly Aspect[],
  apply: Change['apply'],
): Change[] {
  const differences = differencesOf(before, after)
  if (differences.length === 0) return []
  const id = `${section}.${name}`
  const words = say('change.of', { name, words: differences.join(say('remarks.item')) })
  return [
    {
      id,
      kind: 'changed',
      words,
      before: aspectsText(before),
      after: aspectsText(after),
      decisive: true,
      alters: quantity(section, name),
      apply,
    },
  ]
}
