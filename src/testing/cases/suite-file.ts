import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { makeSource, positionOf, type Source } from '../../base/source.js'
import { entryOf, type Tree, type TreeEntry } from '../../base/tree/tree.js'
import { readYaml } from '../../base/tree/yaml.js'
import { collectFaults, type FaultList } from '../../lang/fault-list.js'
import { exceedsAliasLimit } from '../../lang/shape/alias-limit.js'
import { issuePath, oneEach, tellIssue } from '../../lang/shape/issues.js'
import { createPlaces, type Path, type Places } from '../../lang/shape/places.js'
import { plainValues, withoutProto } from '../../lang/shape/plain-values.js'
import { type RawBase, type RawCase, SUITE, suiteSchema } from './suite-schema.js'

/** A file of cases, with the list that takes its faults. */
export interface SuiteFile {
  readonly source: Source
  readonly list: FaultList
  readonly places: Places
  readonly root: Tree
  /** By name. Those of the wrong form are left out and reported. */
  readonly bases: ReadonlyMap<string, RawBase>
  /** By their place in the list, from 0. Those of the wrong form are left out and reported. */
  readonly cases: ReadonlyMap<string, RawCase>
  /** True if no base was left out. */
  readonly complete: boolean
}

/** Reads the form of a file of cases. Names are checked later. */
export function readSuiteFile(file: string, text: string): SuiteFile | { faults: readonly Diagnostic[] } {
  const source = makeSource(file, text)
  const yaml = readYaml(source)
  if ('faults' in yaml) return { faults: yaml.faults.slice(0, 1) }
  const list = collectFaults(source)
  const [tree, second] = yaml.documents
  const start = { start: 0, end: 1 }
  if (tree === undefined || isNothing(tree))
    list.fault('no-cases', start, say('suite.empty'), {
      help: say('suite.empty.help'),
    })
  else if (second !== undefined) list.fault('shape', second, say('suite.one-document'))
  else if (exceedsAliasLimit(source, tree)) list.fault('alias-expansion', start, say('suite.aliases'))
  else return shaped(source, list, tree)
  return { faults: list.faults }
}

const isNothing = (tree: Tree) =>
  (tree.kind === 'scalar' && tree.plain && tree.text === '') ||
  (tree.kind === 'mapping' && tree.entries.length === 0)

function shaped(source: Source, list: FaultList, tree: Tree): SuiteFile {
  const root = withoutProto(list, tree)
  const plain = plainValues(root)
  const places = createPlaces(root)
  const { error } = suiteSchema.safeParse(plain, { jitless: true })
  const issues = error === undefined ? [] : oneEach(error.issues)
  for (const issue of issues) tellIssue({ form: SUITE, plain, places, list }, issue)
  const faulty = (error?.issues ?? []).map((issue) => issuePath(issue))
  return {
    source,
    list,
    places,
    root,
    bases: soundIn<RawBase>(plain, 'bases', faulty),
    cases: soundIn<RawCase>(plain, 'cases', faulty),
    complete: faulty.every(([section]) => section === 'cases'),
  }
}

/** The parts of a section without an issue at or below them. The schema changes no value, so such a part is what it would return. */
function soundIn<Part>(plain: unknown, section: string, faulty: readonly Path[]): Map<string, Part> {
  const parts = Object.entries(Object(Reflect.get(Object(plain), section) ?? {}))
  const isSound = (name: string) =>
    faulty.every((path) => path[0] !== section || (path.length > 1 && String(path[1]) !== name))
  return new Map(parts.filter(([name]) => isSound(name)) as [string, Part][])
}

/** What stands at a path; `null` if it leads nowhere. */
export function treeAt({ root }: SuiteFile, path: Path): Tree | null {
  let tree: Tree | undefined = root
  for (const part of path) {
    if (tree?.kind === 'mapping') tree = entryOf(tree, String(part))?.value
    else tree = tree?.kind === 'sequence' ? tree.items[Number(part)] : undefined
  }
  return tree ?? null
}

/** The entries of the mapping at a path; none if there is no mapping. */
export function entriesAt(file: SuiteFile, path: Path): readonly TreeEntry[] {
  const tree = treeAt(file, path)
  return tree?.kind === 'mapping' ? tree.entries : []
}

/** The line, from 1, on which the value at a path begins. */
export const suiteLine = ({ source, places }: SuiteFile, path: Path): number =>
  positionOf(source, places.key(path).start).line
