import { digits } from '../../base/decimal.js'
import { describeRange } from '../../base/range.js'
import type { Expression } from '../../lang/expression/expression.js'
import { unitText } from '../../lang/expression/unit.js'
import type { DerivedSource, FactDeclaration, Pack } from '../../lang/pack.js'
import { printExpression } from '../../lang/parse/print.js'
import { readsOf } from '../../lang/reads.js'
import { knownText } from '../../lang/record.js'

/** One property of a declaration that can differ: in words, and as the text that is compared. */
export interface Aspect {
  readonly name: string
  readonly text: string
  /** The parts of a list; their order does not count. */
  readonly parts?: readonly string[]
  /** What is compared if the text is not enough: two expressions may print alike and read different things. */
  readonly key?: string
}

/** The aspects in which two declarations differ, each as `range 0 or more → 0 to 120` or `codes + E, − D`. */
export function differencesOf(before: readonly Aspect[], after: readonly Aspect[]): string[] {
  return after.flatMap((now, index) => {
    const then = before[index]
    if (then === undefined || keyOf(then) === keyOf(now)) return []
    if (then.parts === undefined || now.parts === undefined)
      return [`${now.name} ${then.text} → ${now.text}`.trim()]
    const gone = then.parts.filter((part) => !now.parts?.includes(part)).map((part) => `− ${part}`)
    const come = now.parts.filter((part) => !then.parts?.includes(part)).map((part) => `+ ${part}`)
    return [`${now.name} ${[...come, ...gone].join(', ')}`]
  })
}

/** Aspects as one text, without empty ones. */
export const aspectsText = (aspects: readonly Aspect[]): string =>
  aspects
    .filter(({ text }) => text !== '')
    .map(({ name, text }) => `${name} ${text}`.trim())
    .join('; ')

const keyOf = ({ text, parts, key }: Aspect) =>
  key ?? (parts === undefined ? text : [...parts].sort().join('\n'))

/** All properties of a column that change what its cells say. */
export function factAspects(fact: FactDeclaration): Aspect[] {
  const names = [...new Set([...Object.values(fact.labels), ...fact.aliases])]
  const codes = fact.codes.map(({ code, aliases }) =>
    aliases.length === 0 ? code : `${code} (${[...aliases].sort().join(', ')})`,
  )
  return [
    { name: 'type', text: fact.type },
    { name: 'unit', text: fact.unit === null ? '' : unitText(fact.unit) },
    { name: 'range', text: isNumber(fact) ? describeRange(fact.range) : '' },
    { name: 'step', text: isNumber(fact) ? digits(fact.step) : '' },
    { name: 'codes', text: codes.join(', '), parts: codes },
    { name: 'column names', text: '', parts: names },
    { name: 'assume', text: assumedText(fact) },
    { name: 'personal', text: fact.personal ? 'yes' : 'no' },
    { name: 'completed years since', text: fact.completedYearsSince ?? 'nothing' },
  ]
}

const isNumber = ({ type }: FactDeclaration) => type === 'money' || type === 'number' || type === 'count'

const assumedText = ({ assume }: FactDeclaration): string => (assume === null ? 'nothing' : knownText(assume))

/** ` per household_size`; empty if there is no such part. */
export const withAfter = (word: string, e: Expression | null): string =>
  e === null ? '' : ` ${word} ${printExpression(e)}`

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
      return `${printExpression(source.of)} within ${printExpression(source.within)}`
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
