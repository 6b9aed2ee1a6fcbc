import type { Diagnostic } from '../base/diagnostic.js'
import { makeSource, positionOf, type Source } from '../base/source.js'
import { type Entry, entryOf, type Tree } from '../base/tree.js'
import { readYaml } from '../base/yaml.js'
import { collectFaults, type FaultList } from '../lang/fault-list.js'
import { isOverExpanded } from '../lang/shape/expansion.js'
import { oneEach, tellIssue } from '../lang/shape/issues.js'
import { type Path, type Places, placesIn } from '../lang/shape/places.js'
import { toPlain, withoutProto } from '../lang/shape/plain.js'
import { type RawSuite, SUITE, suiteSchema } from './suite-schema.js'

/** A file of cases, with the list that takes what is wrong in it. */
export interface SuiteFile {
  readonly source: Source
  readonly list: FaultList
  readonly places: Places
  readonly root: Tree
  /** `null` where keys or values have the wrong form, which is in the list. */
  readonly raw: RawSuite | null
}

/** Reads the form of a file of cases; names are not looked at yet. */
export function readSuiteFile(file: string, text: string): SuiteFile | { faults: readonly Diagnostic[] } {
  const source = makeSource(file, text)
  const yaml = readYaml(source)
  if ('faults' in yaml) return { faults: yaml.faults.slice(0, 1) }
  const list = collectFaults(source)
  const [tree, second] = yaml.documents
  const start = { start: 0, end: 1 }
  if (tree === undefined || isNothing(tree))
    list.fault('no-cases', start, 'the file of cases is empty', {
      help: 'write `cases:`, or remove the file',
    })
  else if (second !== undefined) list.fault('shape', second, 'a file of cases holds one document')
  else if (isOverExpanded(source, tree))
    list.fault('alias-expansion', start, 'aliases repeat this file far beyond its size')
  else return shaped(source, list, tree)
  return { faults: list.faults }
}

const isNothing = (tree: Tree) =>
  (tree.kind === 'scalar' && tree.plain && tree.text === '') ||
  (tree.kind === 'mapping' && tree.entries.length === 0)

function shaped(source: Source, list: FaultList, tree: Tree): SuiteFile {
  const root = withoutProto(list, tree)
  const plain = toPlain(root)
  const places = placesIn(root)
  const checked = suiteSchema.safeParse(plain, { jitless: true })
  const issues = checked.success ? [] : oneEach(checked.error.issues)
  for (const issue of issues) tellIssue({ form: SUITE, plain, places, list }, issue)
  return {
    source,
    list,
    places,
    root,
    raw: checked.success && list.faults.length === 0 ? checked.data : null,
  }
}

/** The entries of the mapping at a path; none where there is no mapping. */
export function entriesAt({ root }: SuiteFile, path: Path): readonly Entry[] {
  let tree: Tree | undefined = root
  for (const part of path) {
    if (tree?.kind === 'mapping') tree = entryOf(tree, String(part))?.value
    else tree = tree?.kind === 'sequence' ? tree.items[Number(part)] : undefined
  }
  return tree?.kind === 'mapping' ? tree.entries : []
}

/** The line, from 1, on which the value at a path begins. */
export const lineOf = ({ source, places }: SuiteFile, path: Path): number =>
  positionOf(source, places.key(path).start).line
