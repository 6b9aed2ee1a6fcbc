import { say } from '../../base/say/say.js'
import type { Span } from '../../base/source.js'
import type { Tree, TreeEntry } from '../../base/tree/tree.js'
import { anyOf } from '../../base/wording.js'
import { quoted } from '../../lang/fault-list.js'
import { columnsOf, type FactDeclaration, type Pack } from '../../lang/pack.js'
import type { Path } from '../../lang/shape/places.js'
import { collectColumns, MEMBERS, namesOf } from '../../survey/columns/columns.js'
import { entriesAt, type SuiteFile } from './suite-file.js'

/** What a base, a case or a row adds to the record that it builds on. */
export interface Layer {
  /** Values with their keys, by the fact that the key means; `members` is the roster. */
  readonly given: ReadonlyMap<string, TreeEntry>
  /** Facts whose columns are taken away. */
  readonly without: ReadonlySet<string>
}

/** Reads `given` and `without` at a path. Keys that mean no fact, or two, are reported. */
export function readLayer(
  pack: Pack,
  file: SuiteFile,
  path: Path,
  without: readonly string[] | undefined,
): Layer {
  const names = { declarations: columnsOf(pack), hasRoster: pack.memberFacts !== null }
  const given = readKeys(file, names, entriesAt(file, [...path, 'given']))
  const roster = given.get(MEMBERS)
  if (roster !== undefined && pack.memberFacts !== null) checkMembers(pack.memberFacts, file, roster.value)
  const away = new Set<string>()
  for (const [index, name] of (without ?? []).entries()) {
    const at = file.places.value([...path, 'without', index])
    const fact = collectColumns(names.declarations, names.hasRoster).addKey(name)
    if (fact === null) reportUnknown(file, at, name, names)
    else if (given.has(fact))
      file.list.fault('duplicate-name', at, say('suite.given-and-away', { name: quoted(name) }), {
        help: say('suite.keep-one'),
      })
    else away.add(fact)
  }
  return { given, without: away }
}

/** The values of a record by key: each layer laid over those before it. */
export function valuesOfLayers(layers: readonly Layer[]): Map<string, Tree> {
  const entries = new Map<string, TreeEntry>()
  for (const { given, without } of layers) {
    for (const fact of without) entries.delete(fact)
    for (const [fact, entry] of given) entries.set(fact, entry)
  }
  return new Map([...entries.values()].map(({ key, value }) => [key.text, value]))
}

/** The facts that keys may mean. */
interface Names {
  readonly declarations: ReadonlyMap<string, FactDeclaration>
  readonly hasRoster: boolean
}

function readKeys(file: SuiteFile, names: Names, entries: readonly TreeEntry[]): Map<string, TreeEntry> {
  const columns = collectColumns(names.declarations, names.hasRoster)
  const given = new Map<string, TreeEntry>()
  for (const entry of entries) {
    const { key } = entry
    const fact = columns.addKey(key.text)
    const meanings = columns.unclear.get(key.text)
    const before = fact === null ? undefined : given.get(fact)
    if (fact === null) reportUnknown(file, key, key.text, names)
    else if (meanings !== undefined) {
      const message = say('suite.unclear-fact', {
        name: quoted(key.text),
        facts: anyOf(meanings.map(quoted)),
      })
      file.list.fault('ambiguous-column', key, message, { help: say('suite.unclear-fact.help') })
    } else if (before !== undefined) {
      const message = say('suite.one-fact', {
        name: quoted(key.text),
        other: quoted(before.key.text),
      })
      file.list.fault('duplicate-name', key, message, { help: say('suite.keep-one') })
    } else given.set(fact, entry)
  }
  return given
}

function checkMembers(
  declarations: ReadonlyMap<string, FactDeclaration>,
  file: SuiteFile,
  roster: Tree,
): void {
  for (const item of roster.kind === 'sequence' ? roster.items : []) {
    if (item.kind === 'mapping') readKeys(file, { declarations, hasRoster: false }, item.entries)
  }
}

function reportUnknown(
  { list }: SuiteFile,
  at: Span,
  name: string,
  { declarations, hasRoster }: Names,
): void {
  const known = [...[...declarations.values()].flatMap(namesOf), ...(hasRoster ? [MEMBERS] : [])]
  list.fault('unknown-name', at, say('suite.unknown.fact', { name: quoted(name) }), {
    why: say('suite.unknown.fact.why'),
    help: list.suggest(name, known),
  })
}
