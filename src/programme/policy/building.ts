import type { Cite } from '../../lang/declare/citation.js'
import { quoted } from '../../lang/fault-list.js'
import type { Citation, FactDeclaration, Labels, Pack } from '../../lang/pack.js'
import type { Resolving } from '../../lang/resolve/resolving.js'
import type { LoadContext } from '../../lang/shape/context.js'
import type { RawCitation } from '../../lang/shape/pack-schema.js'
import type { Path } from '../../lang/shape/places.js'
import type { Fraction } from './programme.js'

/** What the building of a programme shares. */
export interface Building {
  readonly context: LoadContext
  readonly pack: Pack
  /** The programme's own facts. */
  readonly facts: ReadonlyMap<string, FactDeclaration>
  /** For expressions over the facts of the pack and of the programme. */
  readonly resolving: Resolving
  readonly cite: Cite
}

/** The text of an entry, with the same by language. */
export const titled = ({ title, labels }: { title: string; labels?: Labels | undefined }) => ({
  title,
  labels: labels ?? {},
})

/** The citation of an entry that may have none. */
export const citedIfAny = ({ cite }: Building, path: Path, raw: RawCitation): Citation | null =>
  raw.source === undefined && raw.evidence === undefined ? null : cite(path, raw)

/** Reports a name at a path that is not among the known ones; `noun` says what it would be, `section` where it would be declared. */
export function checkKnown(
  { context }: Building,
  path: Path,
  name: string,
  { known, noun, section }: { known: readonly string[]; noun: string; section?: string },
): boolean {
  if (known.includes(name)) return true
  if (section !== undefined && context.refused.has(section, name)) return false
  const help =
    context.suggest(name, known) ??
    (known.length === 0 ? `there is no ${noun} to name` : `known here: ${known.join(', ')}`)
  context.fault('unknown-name', context.places.value(path), `${quoted(name)} is not a ${noun}`, { help })
  return false
}

/** The same for every item of a list. */
export function checkAllKnown(
  building: Building,
  path: Path,
  names: readonly string[] | undefined,
  among: { known: readonly string[]; noun: string; section?: string },
): readonly string[] {
  for (const [index, name] of (names ?? []).entries()) checkKnown(building, [...path, index], name, among)
  return names ?? []
}

/** A fraction as it is written: `2/3`, `1`. One over nothing is reported and counts as 1. */
export function fractionAt({ context }: Building, path: Path, raw: string | number): Fraction {
  const [over, under = 1] = String(raw).split('/').map(Number)
  if (over !== undefined && under > 0) return { over, under }
  context.fault('bad-number', context.places.value(path), `${quoted(String(raw))} divides by 0`, {
    help: 'write a fraction such as 2/3',
  })
  return { over: 1, under: 1 }
}

/** A share as a fraction: `2%`, `2.5%`. */
export function shareOf(raw: string): Fraction {
  const [whole = '', decimals = ''] = raw.slice(0, -1).split('.')
  return { over: Number(whole + decimals), under: 100 * 10 ** decimals.length }
}
