import type fc from 'fast-check'
import type { Diagnostic } from '../../../src/base/diagnostic.js'
import { loadPackText } from '../../../src/engine/load-pack.js'
import type { Expression } from '../../../src/lang/expression/expression.js'
import type { Pack } from '../../../src/lang/pack.js'
import { packSketch } from './draw-sketch.js'
import { packText } from './pack-data.js'
import type { PackSketch } from './sketch.js'

const DRY: Expression = { kind: 'name', name: 'dry', id: 0 }

/** The sketch with a plain yes/no in the place of each condition that says the same of everybody. */
function withoutConstants(sketch: PackSketch, faults: readonly Diagnostic[]): PackSketch {
  const refused = faults
    .filter(({ code }) => code === 'constant' || code === 'reads-no-fact')
    .map(({ message }) => message)
  const isRefused = (what: string) => refused.some((message) => message.startsWith(what))
  return {
    ...sketch,
    checks: sketch.checks.filter(({ id }) => !isRefused(`\`when\` of check \`${id}\``)),
    criteria: sketch.criteria.map((each) => ({
      ...each,
      met: isRefused(`\`met\` of \`${each.id}\``) || isRefused(`criterion \`${each.id}\``) ? DRY : each.met,
      appliesIf: isRefused(`\`applies_if\` of \`${each.id}\``) ? null : each.appliesIf,
    })),
  }
}

/** A pack with the sketch it was read from. */
export interface RandomPack {
  readonly pack: Pack
  readonly sketch: PackSketch
}

const readings = new Map<string, ReturnType<typeof loadPackText>>()

/** What the loader makes of a sketch, from text as of any pack. Properties draw the same packs from the same seed, so each is read once. */
export function loaded(sketch: PackSketch): ReturnType<typeof loadPackText> {
  const text = packText(sketch)
  const reading = readings.get(text) ?? loadPackText('random.yaml', text)
  readings.set(text, reading)
  return reading
}

/** Random packs, read from text as any pack is; a pack whose conditions were refused as constant is mended. */
export const randomPack: fc.Arbitrary<RandomPack> = packSketch.map((drawn) => {
  let sketch = drawn
  for (;;) {
    const reading = loaded(sketch)
    if ('pack' in reading) return { pack: reading.pack, sketch }
    const mended = withoutConstants(sketch, reading.faults)
    if (packText(mended) === packText(sketch))
      throw new Error(
        `a random pack does not load: ${reading.faults.map(({ message }) => message).join('; ')}`,
      )
    sketch = mended
  }
})
