import type { Pack } from '../../lang/pack.js'
import { type Aspect, aspectsText, differencesOf } from './words.js'

/** One difference in meaning between two packs, as the smallest piece that can be put into the old one. */
export interface Change {
  /** `parameters.poverty_line@2020-01-01`, `criteria.water.met`, `decisions.none`; unique between two packs. */
  readonly id: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** `poverty_line from 2020-01-01: 4000 → 4200 CNY/person/year` */
  readonly words: string
  /** What stood there, expressions in canonical form; `null` for what is added. */
  readonly before: string | null
  readonly after: string | null
  /**
   * Whether it can turn a decision. A declaration that only one of the packs has cannot: what reads it does, and is a change of its
   * own; outputs and checks that take nothing away never can.
   */
  readonly decisive: boolean
  /** What it alters, as `poverty_line`, `members.age`, `criteria.water`, `checks.one-head` or `decisions`; `null` where all can depend on it, as on a date. */
  readonly alters: string | null
  /** The pack with this one change made. It must be `oldWithNew` or come from it, so that the expressions of both packs are known to it. */
  apply(pack: Pack): Pack
}

/** How expressions call what a section declares; a member's facts may share names with the record's. */
const quantity = (section: string, name: string) => (section === 'members' ? `members.${name}` : name)

/** What only one pack declares. */
export function declaration(
  section: string,
  name: string,
  before: string | undefined,
  after: string | undefined,
  apply: Change['apply'],
): Change[] {
  const kind = before === undefined ? 'added' : 'removed'
  const words = `${name}: ${kind === 'added' ? 'new' : 'taken out'}, ${after ?? before ?? ''}`
  const id = `${section}.${name}`
  const sides = { before: before ?? null, after: after ?? null }
  return [{ id, kind, words, ...sides, decisive: false, alters: quantity(section, name), apply }]
}

/** What both declare, and differently. */
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
  const words = `${name}: ${differences.join('; ')}`
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
