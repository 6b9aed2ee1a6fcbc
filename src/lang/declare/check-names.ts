import { say } from '../../base/say/say.js'
import { quoted } from '../fault-list.js'
import { RESERVED } from '../parse/keywords.js'
import { declaredAt, type LoadContext } from '../shape/context.js'
import type { Path } from '../shape/places.js'
import type { Declarations } from './declarations.js'

/** Reports names that are words of the language, and names declared twice. Facts, derived values and parameters share their names. */
export function checkNames(context: LoadContext, declarations: Declarations): void {
  const { group, parameters, facts, memberFacts, derived } = declarations
  const seen = new Map<string, Path>()
  const spaces: ReadonlyArray<readonly [Path, Iterable<string>]> = [
    [['parameters'], parameters.keys()],
    [['facts', group], facts.keys()],
    [['facts', 'member'], memberFacts?.keys() ?? []],
    [['derived'], derived.keys()],
  ]
  for (const [under, names] of spaces) {
    for (const name of names) {
      const path = [...under, name]
      if (RESERVED.has(name)) refuseReserved(context, path, name)
      const before = seen.get(name)
      if (before === undefined) seen.set(name, path)
      else refuseSecond(context, before, path, name)
    }
  }
}

function refuseReserved(context: LoadContext, path: Path, name: string): void {
  const message = `${quoted(name)} is a word of the language`
  context.fault('duplicate-name', context.places.key(path), message, { help: 'give it another name' })
}

/** Reports the lower one of two declarations. */
function refuseSecond(context: LoadContext, a: Path, b: Path, name: string): void {
  const { places } = context
  const [first, second] = places.key(a).start < places.key(b).start ? [a, b] : [b, a]
  const message = say('unknown-name.declared', {
    question: say('duplicate-name.twice', { name: quoted(name) }),
    ...declaredAt(context, first),
  })
  context.fault('duplicate-name', places.key(second), message, { help: 'give one of the two another name' })
}
