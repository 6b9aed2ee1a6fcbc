import { quoted } from '../fault-list.js'
import type { CodeDeclaration } from '../pack.js'
import type { LoadContext } from '../shape/context.js'
import type { RawFact } from '../shape/pack-schema.js'
import { entriesOf, type Path } from '../shape/places.js'

/** The codes of a fact in the order of the file. Fewer than two are reported and give none; a spelling of two codes is reported. */
export function declareCodes(
  context: LoadContext,
  path: Path,
  name: string,
  raw: RawFact['codes'],
): CodeDeclaration[] {
  const { places } = context
  const under = [...path, 'codes']
  const codes = entriesOf(places, under, raw).map(([code, meaning]): CodeDeclaration => {
    if (/["\r\n]/.test(code))
      context.fault('shape', places.key([...under, code]), 'a code cannot contain `"` or a line break')
    if (typeof meaning === 'string') return { code, title: meaning, aliases: [] }
    return { code, title: meaning.title, aliases: meaning.aliases ?? [] }
  })
  refuseRepeats(context, under, codes)
  if (codes.length >= 2) return codes
  const at = places.key(raw === undefined ? path : under)
  const help = raw === undefined ? 'add `codes:` with each code and its meaning' : undefined
  context.fault('shape', at, `${quoted(name)} needs two codes or more`, { help })
  return []
}

function refuseRepeats(context: LoadContext, path: Path, codes: readonly CodeDeclaration[]): void {
  const { places } = context
  const meant = new Map<string, string>()
  const note = (spelling: string, code: string, at: Path) => {
    const before = meant.get(spelling)
    if (before === undefined) meant.set(spelling, code)
    else if (before === code)
      context.fault('duplicate-name', places.value(at), `${quoted(spelling)} stands twice`)
    else
      context.fault('duplicate-name', places.value(at), `${quoted(spelling)} names two codes`, {
        why: `a cell with it would be ${quoted(before)} or ${quoted(code)}`,
      })
  }
  for (const { code } of codes) meant.set(code, code)
  for (const { code, aliases } of codes)
    for (const [index, alias] of aliases.entries()) note(alias, code, [...path, code, 'aliases', index])
}
