import type { Diagnostic } from '../../base/diagnostic.js'
import { joinSources, makeSource, type Source, type Span } from '../../base/source.js'
import { entryOf, type Tree } from '../../base/tree/tree.js'
import { readYaml } from '../../base/tree/yaml.js'
import { collectFaults, type FaultList } from '../fault-list.js'
import { packHash } from '../hash.js'
import type { Pack } from '../pack.js'
import { exceedsAliasLimit } from '../shape/alias-limit.js'
import { createContext } from '../shape/context.js'
import { PACK_FORM } from '../shape/pack-form.js'
import { readShape } from '../shape/read-shape.js'
import { yamlFaults } from '../shape/yaml-faults.js'
import { extendAll, shiftTree } from './extend.js'
import { buildPack } from './pack.js'

export type PackReading = { readonly pack: Pack } | { readonly faults: readonly Diagnostic[] }

export interface ReadOptions {
  /** The packs that this one extends, nearest first. */
  readonly ancestors?: readonly Source[]
  /** The id of the first expression. */
  readonly firstId?: number
}

/**
 * Reads a pack from the text of its pack.yaml. Gives a whole pack, or every fault that can be found in one go, in the order of the file;
 * faults of the packs that it extends come after its own.
 */
export function readPack(file: Source, { ancestors = [], firstId = 0 }: ReadOptions = {}): PackReading {
  const [child, ...parents] = [withoutMark(file), ...ancestors.map(withoutMark)] as const
  const source = parents.length === 0 ? child : joinSources([child, ...parents])
  const list = collectFaults(source)
  const trees: Tree[] = []
  for (const each of [child, ...parents]) {
    const reading = readOnlyDocument(each, source, list, 'pack file')
    if (reading === null) continue
    if ('faults' in reading) return reading
    trees.push(reading.tree)
  }
  const [tree, ...inherited] = trees
  if (tree !== undefined && trees.length === parents.length + 1) {
    const shape = readShape(list, extendAll(list, tree, inherited), PACK_FORM)
    const pack = shape && buildPack(createContext(source, list, shape, firstId), shape.raw)
    if (pack !== null && list.faults.length === 0) return { pack: { ...pack, hash: packHash(pack) } }
  }
  return { faults: inFileOrder(source, list.faults) }
}

/** Removes a byte order mark, which is not part of the first line. */
const withoutMark = (source: Source): Source =>
  source.text.startsWith('\uFEFF') ? makeSource(source.file, source.text.slice(1)) : source

/** The only document of a file of YAML, with places counted in the joined source. Anything else is reported and gives `null`. */
export function readOnlyDocument(
  source: Source,
  joined: Source,
  list: FaultList,
  what: 'pack file' | 'programme',
): { tree: Tree } | { faults: Diagnostic[] } | null {
  const start = joined.parts.find((part) => part.source === source)?.start ?? 0
  const foreign = source.text.indexOf('\uFFFD')
  if (foreign >= 0) {
    const at = { start: start + foreign, end: start + foreign + 1 }
    list.fault('not-utf-8', at, 'this is not UTF-8', { help: 'save the file as UTF-8' })
    return null
  }
  const yaml = readYaml(source)
  if ('faults' in yaml) return { faults: inFileOrder(source, yamlFaults(yaml.faults)) }
  const [tree, second] = yaml.documents
  if (tree === undefined || second !== undefined) {
    const message = tree === undefined ? `the ${what} is empty` : `a ${what} holds one document`
    const at = second ?? { start: 0, end: 1 }
    list.fault('shape', { start: start + at.start, end: start + at.end }, message)
  } else if (exceedsAliasLimit(source, tree)) {
    list.fault(
      'alias-expansion',
      { start, end: start + 1 },
      `aliases repeat this ${what === 'programme' ? what : 'pack'} far beyond its size`,
    )
  } else return { tree: start === 0 ? tree : shiftTree(tree, start) }
  return null
}

/** The id of the pack that a pack extends, with its place; `null` if it extends none or cannot be read. */
export function extendedBy(source: Source): { id: string; at: Span } | null {
  if (!source.text.includes('extends')) return null
  const yaml = readYaml(source)
  const tree = 'faults' in yaml ? undefined : yaml.documents[0]
  const value = tree?.kind === 'mapping' ? entryOf(tree, 'extends')?.value : undefined
  return value?.kind === 'scalar' ? { id: value.text, at: value } : null
}

function inFileOrder(source: Source, faults: readonly Diagnostic[]): Diagnostic[] {
  const files = source.parts.map((part) => part.source.file)
  const placed = faults.map((fault) => {
    const { at } = fault
    const column = at !== null && 'column' in at ? at.column : 0
    return { fault, file: files.indexOf(at?.file ?? ''), line: at?.line ?? 0, column }
  })
  placed.sort((a, b) => a.file - b.file || a.line - b.line || a.column - b.column)
  return placed.map(({ fault }) => fault)
}
