import { digits } from '../../base/decimal.js'
import { say } from '../../base/say/say.js'
import type { OutputDeclaration, Pack, Property } from '../../lang/pack.js'
import { printExpression } from '../../lang/parse/print.js'
import type { Change } from './change.js'
import { allNames, changedWords } from './words.js'

/** Differences without effect on decisions, in outputs and promises. Applying them leaves a pack as it is. */
export const changesWithoutEffect = (old: Pack, changed: Pack): Change[] => [
  ...listed('outputs', outputs(old), outputs(changed)),
  ...listed('properties', properties(old), properties(changed)),
]

const outputs = (pack: Pack) => new Map(pack.outputs.map((each) => [each.name, outputText(each)]))
const properties = (pack: Pack) => new Map(pack.properties.map((each) => [each.id, promiseText(each)]))

function outputText({ of, per, step }: OutputDeclaration): string {
  const output = { figure: printExpression(of), step: digits(step) }
  return per === null
    ? say('change.output', output)
    : say('change.output.per', { ...output, divisor: printExpression(per) })
}

const promiseText = ({ order }: Property) => order.join(say('names.item'))

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
    const words = changedWords(id, then, text)
    const apply = (pack: Pack) => pack
    return [{ id, kind, words, before: then, after: text, decisive: false, alters: null, apply }]
  })
}
