import { BASE_UNITS, REFUSED_UNIT, readUnit, type Unit } from '../expression/unit.js'
import { namesInMessage, quoted } from '../fault-list.js'
import type { LoadContext } from '../shape/context.js'
import type { RawPack } from '../shape/pack-schema.js'
import type { Path } from '../shape/places.js'

/** The base units of a pack: the built-in ones and its own. A unit that exists already is reported. */
export function knownUnits(context: LoadContext, raw: RawPack): ReadonlySet<string> {
  const known = new Set<string>([...BASE_UNITS, 'ratio'])
  for (const [index, unit] of (raw.units ?? []).entries()) {
    if (known.has(unit))
      context.fault(
        'duplicate-name',
        context.places.value(['units', index]),
        `unit ${quoted(unit)} is there already`,
      )
    known.add(unit)
  }
  known.delete('ratio')
  return known
}

/** The unit at a path. One with an unknown base unit is reported and fits everywhere. */
export function declareUnit(
  context: LoadContext,
  path: Path,
  text: string,
  known: ReadonlySet<string>,
): Unit {
  const reading = readUnit(text, known)
  if ('unit' in reading) return reading.unit
  const { unknown } = reading
  if (context.refused.has('units', unknown)) return REFUSED_UNIT
  const message =
    unknown === '' ? `a base unit is missing in ${quoted(text)}` : `unknown unit ${quoted(unknown)}`
  const help =
    context.suggest(unknown, known) ??
    `units are built with \`*\` and \`/\` from ${namesInMessage([...known])}; add others under \`units\``
  context.fault('unit', context.places.value(path), message, { help })
  return REFUSED_UNIT
}
