import { digits } from '../../base/decimal.js'
import { describeRange } from '../../base/range.js'
import { say } from '../../base/say/say.js'
import type { Expression } from '../../lang/expression/expression.js'
import { type Unit, unitText } from '../../lang/expression/unit.js'
import { unitName } from '../../lang/labels.js'
import type { DerivedSource, FactDeclaration, Pack } from '../../lang/pack.js'
import { printExpression } from '../../lang/parse/print.js'
import { readsOf } from '../../lang/reads.js'
import { knownText } from '../../lang/record.js'

/** One property of a declaration that can differ: in words, and as the text that is compared. */
export interface Aspect {
  readonly name: AspectName
  readonly text: string
  /** The parts of a list; their order does not count. */
  readonly parts?: readonly string[]
  /** What is compared if the text is not enough: two expressions may print alike and read different things. */
  readonly key?: string
}

type AspectName =
  `aspect.${'from' | 'type' | 'unit' | 'range' | 'step' | 'codes' | 'columns' | 'assume' | 'personal' | 'years'}`

/** `4000 → 4200` */
export const arrow = (before: string, after: string): string => `${before} → ${after}`

/** The change of something that is known by its name; `null` for what is not there. */
export function changedWords(name: string, before: string | null, after: string | null): string {
  const words =
    before === null
      ? oneSidedWords('added', after)
      : after === null
        ? oneSidedWords('removed', before)
        : arrow(before, after)
  return say('change.of', { name, words })
}

/** What only one pack has, and what it says; `null` if its name says all. */
export function oneSidedWords(kind: 'added' | 'removed', what: string | null): string {
  const side = kind === 'added' ? 'new' : 'gone'
  return what === null ? say(`change.${side}.alone`) : say(`change.${side}`, { what })
}

export const yesNo = (is: boolean): string => say(is ? 'value.yes' : 'value.no')

export const unitWords = (unit: Unit): string => unitName(unitText(unit))

/** The aspects in which two declarations differ, each as `range 0 or more → 0 to 120` or `codes + E, − D`. */
export function differencesOf(before: readonly Aspect[], after: readonly Aspect[]): string[] {
  return after.flatMap((now, index) => {
    const then = before[index]
    if (then === undefined || keyOf(then) === keyOf(now)) return []
    if (then.parts === undefined || now.parts === undefined)
      return [say(now.name, { words: arrow(then.text, now.text) }).trim()]
    const gone = then.parts.filter((part) => !now.parts?.includes(part)).map((part) => `− ${part}`)
    const come = now.parts.filter((part) => !then.parts?.includes(part)).map((part) => `+ ${part}`)
    return [say(now.name, { words: [...come, ...gone].join(say('names.item')) })]
  })
}

/** Aspects as one text, without empty ones. */
export const aspectsText = (aspects: readonly Aspect[]): string =>
  aspects
    .filter(({ text }) => text !== '')
    .map(({ name, text }) => say(name, { words: text }))
    .join(say('remarks.item'))

const keyOf = ({ text, parts, key }: Aspect) =>
  key ?? (parts === undefined ? text : [...parts].sort().join('\n'))

/** All properties of a column that change what its cells say. */
export function factAspects(fact: FactDeclaration): Aspect[] {
  const names = [...new Set([...Object.values(fact.labels), ...fact.aliases])]
  const codes = fact.codes.map(({ code, aliases }) =>
    aliases.length === 0
      ? code
      : say('aspect.code', { code, aliases: [...aliases].sort().join(say('names.item')) }),
  )
  return [
    { name: 'aspect.type', text: fact.type },
    {
      name: 'aspect.unit',
      text: fact.unit === null ? '' : unitWords(fact.unit),
      key: fact.unit === null ? '' : unitText(fact.unit),
    },
    { name: 'aspect.range', text: isNumber(fact) ? describeRange(fact.range) : '' },
    { name: 'aspect.step', text: isNumber(fact) ? digits(fact.step) : '' },
    { name: 'aspect.codes', text: codes.join(say('names.item')), parts: codes },
    { name: 'aspect.columns', text: '', parts: names },
    { name: 'aspect.assume', ...unlessNothing(fact.assume === null ? null : knownText(fact.assume)) },
    { name: 'aspect.personal', text: yesNo(fact.personal) },
    { name: 'aspect.years', ...unlessNothing(fact.completedYearsSince) },
  ]
}

const isNumber = ({ type }: FactDeclaration) => type === 'money' || type === 'number' || type === 'count'

/** A code may be named as what stands for nothing. */
const unlessNothing = (value: string | null) => ({
  text: value ?? say('aspect.nothing'),
  key: JSON.stringify(value),
})

/** An expression as text for comparison: what it says, and if a name in it is a member's or the record's. */
export function expressionKey(pack: Pack, e: Expression): string {
  const reads = readsOf(pack, e).map((read) =>
    read === 'members' || read.kind !== 'member' ? '' : String(read.depth),
  )
  return `${printExpression(e)}\n${reads.join()}`
}

export function sourceText(source: DerivedSource): string {
  switch (source.kind) {
    case 'given':
      return 'given'
    case 'expression':
      return printExpression(source.expression)
    case 'rounded':
      return say('aspect.within', {
        of: printExpression(source.of),
        within: printExpression(source.within),
      })
  }
}

/** The sources of a derived value as text for comparison. They are met all together, so their order does not count. */
export const sourcesKey = (pack: Pack, sources: readonly DerivedSource[]): string =>
  sources
    .map((source) => sourceKey(pack, source))
    .sort()
    .join('\n\n')

function sourceKey(pack: Pack, source: DerivedSource): string {
  switch (source.kind) {
    case 'given':
      return 'given'
    case 'expression':
      return expressionKey(pack, source.expression)
    case 'rounded':
      return `${expressionKey(pack, source.of)} ± ${expressionKey(pack, source.within)}`
  }
}

/** The names of both maps: those of the first, in its order, then what only the second has. */
export const allNames = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): string[] => [
  ...new Set([...a.keys(), ...b.keys()]),
]

/** A map with one entry put in place or at the end. */
export const withEntry = <T>(map: ReadonlyMap<string, T>, name: string, value: T): ReadonlyMap<string, T> =>
  new Map(map).set(name, value)

export const withoutEntry = <T>(map: ReadonlyMap<string, T>, name: string): ReadonlyMap<string, T> =>
  new Map([...map].filter(([each]) => each !== name))
