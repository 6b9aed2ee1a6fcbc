import type { core } from 'zod'
import { entryOf, type Tree, type TreeEntry, type TreeMapping } from '../../base/tree/tree.js'
import { issuePath } from './issues.js'
import { elementOf, type FileWords } from './name-path.js'
import type { Path, Places } from './places.js'

/** A file without its refused parts, so that the rest can be checked in the same go. */
export interface Salvage {
  readonly tree: Tree
  readonly refused: Refused
}

/** The parts that were left out, by section and name or id. Uses of them are not faults of their own. */
export interface Refused {
  /** True for every name if the name of a refused part is unknown or wrong. */
  has(section: string, name: string): boolean
  /** True if any part of a section was left out. */
  hasAny(section: string): boolean
}

export const NOTHING_REFUSED: Refused = { has: () => false, hasAny: () => false }

/** What of a kind of file may be left out. */
export interface Salvageable extends FileWords {
  /** Simple values that every such file needs and nothing else depends on, with a stand-in for each. */
  readonly standIns: ReadonlyMap<string, string>
  /** Sections that a file need not have, by the form of what stands there. */
  readonly optional: Readonly<Record<Tree['kind'], readonly string[]>>
}

/**
 * Leaves out unknown keys, and every entry of a section with another fault, such as a parameter, a fact or a table. `null` if a fault is outside of these,
 * because too much would depend on it.
 */
export function salvage(
  form: Salvageable,
  tree: Tree,
  places: Places,
  issues: readonly core.$ZodIssue[],
): Salvage | null {
  if (tree.kind !== 'mapping') return null
  const left = new Set<string>()
  const refused = new Map<string, Set<string>>()
  for (const issue of issues) {
    for (const path of leftOutBy(form, issue)) {
      if (path === null) return null
      left.add(keyOf(path))
      if (issue.code === 'unrecognized_keys') {
        if (path.length === 1)
          for (const section of meantBy(form, tree, path)) note(refused, section, UNNAMED)
        continue
      }
      const isNamed = issue.code !== 'invalid_key' || issue.path.length > path.length
      note(refused, String(path[0]), isNamed ? nameOfPart(places, path) : UNNAMED)
    }
  }
  return { tree: withStandIns(form, without(tree, [], left)), refused: asRefused(refused) }
}

/** The sections that an unknown key may have meant. */
function meantBy({ optional }: Salvageable, tree: TreeMapping, [key]: Path): string[] {
  const value = entryOf(tree, String(key))?.value
  if (value === undefined) return []
  return optional[value.kind].filter((section) => entryOf(tree, section) === undefined)
}

function note(refused: Map<string, Set<string>>, section: string, name: string): void {
  const names = refused.get(section)
  if (names === undefined) refused.set(section, new Set([name]))
  else names.add(name)
}

const asRefused = (names: ReadonlyMap<string, ReadonlySet<string>>): Refused => ({
  has(section, name) {
    const refused = names.get(section)
    return refused !== undefined && (refused.has(name) || refused.has(UNNAMED))
  },
  hasAny: (section) => names.has(section),
})

function leftOutBy(form: Salvageable, issue: core.$ZodIssue): (Path | null)[] {
  const path = issuePath(issue)
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...path, key])
  const [first] = path
  if (path.length === 1 && typeof first === 'string' && form.standIns.has(first)) return [path]
  return [elementOf(form, path)]
}

/** The name of a part that has none. */
const UNNAMED = ''

/** The name or id of a part; the group of a fact does not count. */
function nameOfPart(places: Places, path: Path): string {
  const last = path[path.length - 1]
  return typeof last === 'number' ? places.text([...path, 'id']) : String(last)
}

const keyOf = (path: Path) => path.join('\u0000')

function without<T extends Tree>(tree: T, path: Path, left: ReadonlySet<string>): T | Tree {
  const stays = (part: string | number) => !left.has(keyOf([...path, part]))
  if (tree.kind === 'sequence') {
    const items = tree.items.map((item, index) =>
      stays(index) ? without(item, [...path, index], left) : null,
    )
    return { ...tree, items: items.filter((item) => item !== null) }
  }
  if (tree.kind === 'scalar') return tree
  const entries = tree.entries
    .filter(({ key }) => stays(key.text))
    .map(({ key, value }): TreeEntry => ({ key, value: without(value, [...path, key.text], left) }))
  return { ...tree, entries }
}

function withStandIns({ standIns }: Salvageable, tree: Tree): Tree {
  if (tree.kind !== 'mapping') return tree
  const { start } = tree
  const missing = [...standIns].filter(([key]) => !tree.entries.some((entry) => entry.key.text === key))
  const added = missing.map(([key, text]): TreeEntry => {
    const scalar = { kind: 'scalar' as const, plain: true, start, end: start }
    return { key: { ...scalar, text: key }, value: { ...scalar, text } }
  })
  const all: TreeMapping = { ...tree, entries: [...tree.entries, ...added] }
  return all
}
