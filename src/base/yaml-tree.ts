import { isAlias, isMap, isScalar, isSeq, Scalar as YamlScalar } from 'yaml'
import type { DiagnosticCode } from './codes.js'
import type { Diagnostic } from './diagnostic.js'
import { duplicateKeys, faultAt, tooDeep } from './fault.js'
import type { Source, Span } from './source.js'
import { type Entry, MAX_DEPTH, type Tree } from './tree.js'

/** Aliases may repeat a text up to this many times its size; honest files stay far below. */
const EXPANSION = 100

/** What is gathered while the documents of one text are read. */
interface Reading {
  readonly source: Source
  readonly faults: Diagnostic[]
  /** Nodes that aliases have stood for so far; with the nodes of the text, the size of the whole with every alias written out. */
  expanded: number
}

export const startReading = (source: Source): Reading => ({ source, faults: [], expanded: 0 })

/** A tree with what it measures when every alias in it is written out. */
interface Measured {
  readonly tree: Tree
  readonly nodes: number
  readonly height: number
}

type Anchors = Map<string, Measured | 'open'>

/** A composed document as a tree; what is wrong with its anchors, aliases, keys and merges goes to `reading.faults`. */
export function treeOf(reading: Reading, contents: unknown): Tree {
  const { tree, height } = convert(reading, new Map(), contents, 0, { start: 0, end: 0 })
  if (height > MAX_DEPTH) reading.faults.push(tooDeep(reading.source, tree.start))
  return tree
}

function convert(reading: Reading, anchors: Anchors, node: unknown, depth: number, near: Span): Measured {
  const span = spanOf(node) ?? near
  if (isAlias(node)) return resolveAlias(reading, anchors, node.source, depth, span)
  const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined
  if (anchor !== undefined) anchors.set(anchor, 'open')
  const measured = convertBare(reading, anchors, node, depth, span)
  if (anchor !== undefined) anchors.set(anchor, measured)
  return measured
}

function resolveAlias(reading: Reading, anchors: Anchors, name: string, depth: number, span: Span): Measured {
  const target = anchors.get(name)
  if (target === undefined) fault(reading, 'syntax', span, `alias \`*${name}\` has no anchor before it`)
  else if (target === 'open')
    fault(reading, 'alias-expansion', span, `alias \`*${name}\` stands inside the value it names`)
  else if (depth + target.height > MAX_DEPTH) reading.faults.push(tooDeep(reading.source, span.start))
  else if (withinMeasure(reading, target.nodes, span)) return target
  return measure({ kind: 'mapping', entries: [], ...span }, [])
}

function withinMeasure(reading: Reading, nodes: number, span: Span): boolean {
  const most = EXPANSION * reading.source.text.length
  if (reading.expanded > most) return false
  reading.expanded += nodes
  if (reading.expanded <= most) return true
  fault(reading, 'alias-expansion', span, `aliases repeat this text more than ${EXPANSION} times its size`)
  return false
}

function convertBare(reading: Reading, anchors: Anchors, node: unknown, depth: number, span: Span): Measured {
  if (isScalar(node)) {
    const text = typeof node.value === 'string' ? node.value : ''
    return { ...empty(span), tree: { kind: 'scalar', text, plain: node.type === YamlScalar.PLAIN, ...span } }
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => convert(reading, anchors, item, depth + 1, span))
    return measure({ kind: 'sequence', items: items.map((item) => item.tree), ...span }, items)
  }
  if (!isMap(node)) return empty(span)
  const values: Measured[] = []
  const own: Entry[] = []
  const merges: Tree[] = []
  for (const pair of node.items) {
    const key = convert(reading, anchors, pair.key, depth + 1, span).tree
    const value = convert(reading, anchors, pair.value, depth + 1, { start: key.end, end: key.end })
    values.push(value)
    if (key.kind !== 'scalar') fault(reading, 'syntax', key, 'a key must be a single text')
    else if (key.plain && key.text === '<<') merges.push(value.tree)
    else own.push({ key, value: value.tree })
  }
  for (const each of duplicateKeys(reading.source, own)) reading.faults.push(each)
  return measure({ kind: 'mapping', entries: merged(reading, own, merges), ...span }, values)
}

/** Own keys win over merged ones, earlier merged ones over later. */
function merged(reading: Reading, own: readonly Entry[], merges: readonly Tree[]): readonly Entry[] {
  if (merges.length === 0) return own
  const entries = new Map(own.map((entry) => [entry.key.text, entry]))
  for (const from of merges.flatMap((tree) => (tree.kind === 'sequence' ? tree.items : [tree]))) {
    if (from.kind !== 'mapping') {
      fault(reading, 'syntax', from, 'a merge key `<<` takes a mapping or a list of mappings')
      continue
    }
    for (const entry of from.entries) if (!entries.has(entry.key.text)) entries.set(entry.key.text, entry)
  }
  return [...entries.values()]
}

const empty = (span: Span): Measured => ({
  tree: { kind: 'scalar', text: '', plain: true, ...span },
  nodes: 1,
  height: 0,
})

function measure(tree: Tree, parts: readonly Measured[]): Measured {
  let nodes = 1
  let height = 0
  for (const part of parts) {
    nodes += part.nodes
    height = Math.max(height, part.height + 1)
  }
  return { tree, nodes, height }
}

function spanOf(node: unknown): Span | null {
  if (!isAlias(node) && !isScalar(node) && !isMap(node) && !isSeq(node)) return null
  return node.range ? { start: node.range[0], end: node.range[1] } : null
}

function fault(reading: Reading, code: DiagnosticCode, span: Span, message: string): void {
  reading.faults.push(faultAt(reading.source, code, span, message))
}
