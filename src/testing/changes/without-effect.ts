import { digits } from '../../base/decimal.js'
import type { OutputDeclaration, Pack, Property } from '../../lang/pack.js'
import { printExpression } from '../../lang/parse/print.js'
import type { Change } from './change.js'
import { allNames, withAfter } from './words.js'

/** Differences without effect on decisions, in outputs and promises. Applying them leaves a pack as it is. */
export const changesWithoutEffect = (old: Pack, changed: Pack): Change[] => [
  ...listed('outputs', outputs(old), outputs(changed)),
  ...listed('properties', properties(old), properties(changed)),
]

const outputs = (pack: Pack) => new Map(pack.outputs.map((each) => [each.name, outputText(each)]))
const properties = (pack: Pack) => new Map(pack.properties.map((each) => [each.id, promiseText(each)]))

const outputText = ({ of, per, step }: OutputDeclaration) =>
  `${printExpression(of)}${withAfter('per', per)}, to ${digits(step)}`

const promiseText = ({ order }: Property) => order.join(', ')

function listed(
  section: string,
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): Change[] {
  return allNames(before, now).flatMap((name): Change[] => {
    const [then, text] = [before.get(name) ?? null, now.get(name) ?? null]
    if (then === text) return []
    const id = `${section}.${name}`
    const kind = then === null ? 'added' : text === null ? 'removed' : 'changed'
    const words =
      then === null
        ? `${id}: new, ${text}`
        : text === null
          ? `${id}: taken out, ${then}`
          : `${id}: ${then} → ${text}`
    const apply = (pack: Pack) => pack
    return [{ id, kind, words, before: then, after: text, decisive: false, alters: null, apply }]
  })
}
