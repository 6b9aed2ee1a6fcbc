import { digits } from '../../base/decimal.js'
import { describeRange } from '../../base/range.js'
import type { Expression } from '../../lang/expression/expression.js'
import { unitText } from '../../lang/expression/unit.js'
import type { DerivedSource, FactDeclaration, Pack } from '../../lang/pack.js'
import { printExpression } from '../../lang/parse/print.js'
import { readsOf } from '../../lang/reads.js'
import { knownText } from '../../lang/record.js'

/** One side of a declaration that can differ: in words, and as the text that is compared. */
export interface Aspect {
  readonly name: string
  readonly text: string
  /** The parts of a list, whose order means nothing. */
  readonly parts?: readonly string[]
  /** What is compared where the text alone does not tell; two expressions may print alike and read different things. */
  readonly key?: string
}

/** Aspects in which two declarations differ, each as `range 0 or more → 0 to 120` or `codes + E, − D`. */
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

/** Aspects as one text, those that say nothing left out. */
export const aspectsText = (aspects: readonly Aspect[]): string =>
  aspects
    .filter(({ text }) => text !== '')
    .map(({ name, text }) => `${name} ${text}`.trim())
    .join('; ')

const keyOf = ({ text, parts, key }: Aspect) =>
  key ?? (parts === undefined ? text : [...parts].sort().join('\n'))

/** All of a column that bears on what its cells say. */
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

/** ` per household_size`; nothing where there is no such part. */
export const withAfter = (word: string, e: Expression | null): string =>
  e === null ? '' : ` ${word} ${printExpression(e)}`

/** An expression as it is compared: what it says, and whether a name in it is a member's or the record's. */
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

/** The sources of a derived value meet, so their order means nothing. */
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

/** The names of both, those of the first in its order and then what only the second has. */
export const allNames = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): string[] => [
  ...new Set([...a.keys(), ...b.keys()]),
]

/** A map with one entry put in place or at the end. */
export const withEntry = <T>(map: ReadonlyMap<string, T>, name: string, value: T): ReadonlyMap<string, T> =>
  new Map(map).set(name, value)

export const withoutEntry = <T>(map: ReadonlyMap<string, T>, name: string): ReadonlyMap<string, T> =>
  new Map([...map].filter(([each]) => each !== name))
