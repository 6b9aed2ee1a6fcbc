import type { Declarations } from '../declare/declarations.js'
import { unitText } from '../expression/unit.js'
import { quoted } from '../fault-list.js'
import type { Derived, DerivedSource, FactDeclaration } from '../pack.js'
import { expressionsOf } from '../reads.js'
import type { Names } from '../resolve/names.js'
import type { Resolving } from '../resolve/resolving.js'
import { BROKEN } from '../resolve/type.js'
import type { RawPack } from '../shape/pack-schema.js'
import type { Path } from '../shape/places.js'
import { expectNumber, expectTruth, REFUSED } from './expected-type.js'

/** The derived values with their sources; every fault in them is reported. */
export function buildDerived(
  resolving: Resolving,
  raw: RawPack,
  { derived }: Declarations,
): Map<string, Derived> {
  const built = new Map<string, Derived>()
  for (const [name, declaration] of derived) {
    const path = ['derived', name, 'sources']
    const sources = (raw.derived?.[name]?.sources ?? []).map((each, index) =>
      buildSource(resolving, [...path, index], each, declaration),
    )
    checkGiven(resolving, name, path, sources)
    if (declaration.unit === null && sources.flatMap(expressionsOf).includes(REFUSED))
      breakName(resolving.names, name)
    built.set(name, { name, declaration, sources })
  }
  return built
}

/** A yes/no with a source that is not one is probably a number without its unit. It then fits everywhere, so that one fault is reported once. */
function breakName({ record }: Names, name: string): void {
  const named = record.get(name)
  if (named !== undefined) record.set(name, { ...named, type: BROKEN })
}

type RawSource = NonNullable<RawPack['derived']>[string]['sources'][number]

function buildSource(
  resolving: Resolving,
  path: Path,
  raw: RawSource,
  declaration: FactDeclaration,
): DerivedSource {
  if (raw === 'given') return { kind: 'given' }
  const { unit } = declaration
  if (typeof raw !== 'object') {
    const expression =
      unit === null ? expectYesNo(resolving, path) : expectNumber(resolving, path, unit).expression
    return { kind: 'expression', expression }
  }
  if (unit === null) {
    const at = resolving.context.places.key(path)
    resolving.context.fault('type', at, 'a yes/no cannot be rounded', { help: 'write its expression alone' })
  }
  return {
    kind: 'rounded',
    of: expectNumber(resolving, [...path, 'of'], unit).expression,
    within: expectNumber(resolving, [...path, 'within'], unit).expression,
  }
}

/** A source of a derived value without unit. If the source is a number, somebody probably forgot the unit. */
const expectYesNo = (resolving: Resolving, path: Path) =>
  expectTruth(resolving, path, (type) => {
    if (type.kind === 'number')
      return `add \`unit: ${type.unit === null ? '…' : unitText(type.unit)}\` for a derived number`
    return 'a derived value is a number or a yes/no'
  })

/** Reports `given` that stands twice, and derived values that have no other source. */
function checkGiven(
  { context }: Resolving,
  name: string,
  path: Path,
  sources: readonly DerivedSource[],
): void {
  const given = sources.flatMap(({ kind }, index) => (kind === 'given' ? [index] : []))
  for (const index of given.slice(1))
    context.fault('duplicate-name', context.places.value([...path, index]), '`given` stands twice')
  if (given.length === sources.length) {
    const help = 'declare it under `facts` instead'
    context.fault(
      'shape',
      context.places.key(['derived', name]),
      `${quoted(name)} has no source but \`given\``,
      { help },
    )
  }
}
