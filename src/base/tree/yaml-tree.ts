import { isAlias, isMap, isScalar, isSeq, type YAMLMap, Scalar as YamlScalar } from 'yaml'
import type { DiagnosticCode } from '../codes.js'
import type { Diagnostic } from '../diagnostic.js'
import { say } from '../say/say.js'
import type { Source, Span } from '../source.js'
import { duplicateKeys, faultAt, tooDeep } from './fault.js'
import { MAX_DEPTH, type Sequence, type Tree, type TreeEntry, type TreeMapping } from './tree.js'

/** Aliases may repeat a text up to this many times its size. Honest files stay far below. */
const EXPANSION = 100

/** What is gathered while the documents of one text are read. */
interface Reading {
  readonly source: Source
  readonly faults: Diagnostic[]
  readonly measures: Map<Tree, Measure>
  /** Characters that aliases have stood for so far. */
  expanded: number
}

/** The size of a tree with every alias in it written out: characters, and levels below it. */
interface Measure {
  readonly size: number
  readonly height: number
}

export const startReading = (source: Source): Reading => ({
  source,
  faults: [],
  measures: new Map(),
  expanded: 0,
})

type Anchors = Map<string, Tree | 'open'>

/** A composed document as a tree. Faults of its anchors, aliases, keys and merges go to `reading.faults`. */
export function treeOf(reading: Reading, contents: unknown): Tree {
  const tree = convert(reading, new Map(), contents, 0, { start: 0, end: 0 })
  if (measureOf(reading, tree).height > MAX_DEPTH) faultTooDeep(reading, tree)
  return tree
}

function convert(reading: Reading, anchors: Anchors, node: unknown, depth: number, near: Span): Tree {
  const span = spanOf(node) ?? near
  if (isAlias(node)) return resolveAlias(reading, anchors, node.source, depth, span)
  const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined
  if (anchor !== undefined) anchors.set(anchor, 'open')
  const tree = convertBare(reading, anchors, node, depth, span)
  if (tree.kind !== 'scalar') reading.measures.set(tree, measure(reading, tree))
  if (anchor !== undefined) anchors.set(anchor, tree)
  return tree
}

function resolveAlias(reading: Reading, anchors: Anchors, name: string, depth: number, span: Span): Tree {
  const target = anchors.get(name)
  if (target === undefined) fault(reading, 'syntax', span, aliasWords(reading, 'syntax.alias', name))
  else if (target === 'open')
    fault(reading, 'alias-expansion', span, aliasWords(reading, 'alias-expansion.itself', name))
  else if (depth + measureOf(reading, target).height > MAX_DEPTH) faultTooDeep(reading, span)
  else if (withinMeasure(reading, target, span)) return target
  return { kind: 'mapping', entries: [], ...span }
}

function withinMeasure(reading: Reading, target: Tree, span: Span): boolean {
  const most = EXPANSION * reading.source.text.length
  if (reading.expanded > most) return false
  reading.expanded += measureOf(reading, target).size
  if (reading.expanded <= most) return true
  fault(reading, 'alias-expansion', span, say('alias-expansion.size', { times: EXPANSION }))
  return false
}

function convertBare(reading: Reading, anchors: Anchors, node: unknown, depth: number, span: Span): Tree {
  if (isScalar(node)) {
    const text = typeof node.value === 'string' ? node.value : ''
    return { kind: 'scalar', text, plain: node.type === YamlScalar.PLAIN, ...span }
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => convert(reading, anchors, item, depth + 1, span))
    return { kind: 'sequence', items, ...span }
  }
  if (isMap(node))
    return { kind: 'mapping', entries: convertPairs(reading, anchors, node, depth, span), ...span }
  return { kind: 'scalar', text: '', plain: true, ...span }
}

function convertPairs(
  reading: Reading,
  anchors: Anchors,
  map: YAMLMap,
  depth: number,
  span: Span,
): readonly TreeEntry[] {
  const own: TreeEntry[] = []
  const merges: Tree[] = []
  for (const pair of map.items) {
    const key = convert(reading, anchors, pair.key, depth + 1, span)
    const value = convert(reading, anchors, pair.value, depth + 1, { start: key.end, end: key.end })
    if (key.kind !== 'scalar') fault(reading, 'syntax', key, say('syntax.key'))
    else if (key.plain && key.text === '<<') merges.push(value)
    else own.push({ key, value })
  }
  for (const each of duplicateKeys(reading.source, own)) reading.faults.push(each)
  return merges.length === 0 ? own : merged(reading, own, merges)
}

/** Own keys win over merged ones, and earlier merged ones over later. */
function merged(reading: Reading, own: readonly TreeEntry[], merges: readonly Tree[]): readonly TreeEntry[] {
  const entries = new Map(own.map((entry) => [entry.key.text, entry]))
  for (const from of merges.flatMap((tree) => (tree.kind === 'sequence' ? tree.items : [tree]))) {
    if (from.kind !== 'mapping') {
      fault(reading, 'syntax', from, say('syntax.merge'))
      continue
    }
    for (const entry of from.entries) if (!entries.has(entry.key.text)) entries.set(entry.key.text, entry)
  }
  return [...entries.values()]
}

function measure(reading: Reading, tree: Sequence | TreeMapping): Measure {
  let size = 2
  let height = 0
  const add = (part: Tree) => {
    const inner = measureOf(reading, part)
    size += inner.size
    height = Math.max(height, inner.height + 1)
  }
  if (tree.kind === 'sequence') for (const item of tree.items) add(item)
  else {
    for (const { key, value } of tree.entries) {
      size += key.text.length + 1
      add(value)
    }
  }
  return { size, height }
}

const measureOf = (reading: Reading, tree: Tree): Measure =>
  tree.kind === 'scalar' ? { size: tree.text.length + 1, height: 0 } : (reading.measures.get(tree) ?? NOTHING)

const NOTHING: Measure = { size: 2, height: 0 }

function spanOf(node: unknown): Span | null {
  if (!isAlias(node) && !isScalar(node) && !isMap(node) && !isSeq(node)) return null
  return node.range ? { start: node.range[0], end: node.range[1] } : null
}

function faultTooDeep(reading: Reading, span: Span): void {
  if (reading.faults.every((each) => each.code !== 'too-deep'))
    reading.faults.push(tooDeep(reading.source, span.start))
}

const aliasWords = (
  { source }: Reading,
  id: 'syntax.alias' | 'alias-expansion.itself',
  name: string,
): string => (source.isData ? say(`${id}.data`) : say(id, { name }))

function fault(reading: Reading, code: DiagnosticCode, span: Span, message: string): void {
  reading.faults.push(faultAt(reading.source, code, span, message))
}
