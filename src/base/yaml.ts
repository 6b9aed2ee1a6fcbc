import { isAlias, isMap, isScalar, isSeq, type Node, parseAllDocuments, Scalar as YamlScalar } from 'yaml'
import type { DiagnosticCode } from './codes.js'
import { type Diagnostic, textPlace } from './diagnostic.js'
import type { Source } from './source.js'
import { type Entry, MAX_DEPTH, type Scalar, type Tree, type TreeReading } from './tree.js'

/** Aliases may repeat a text up to this many times its size; honest files stay far below. */
const EXPANSION = 100

/**
 * Reads every YAML 1.2 document of a text, aliases and merge keys (`<<`) resolved, scalars as their source text.
 * Malformed text, a key that stands twice, a self-reference or an expansion without measure give faults and no documents.
 */
export function readYaml(source: Source): TreeReading {
  const faults: Diagnostic[] = []
  const parsed = parseDocuments(source)
  if (parsed === 'too-deep') return { faults: [faultOf(source, 'too-deep', 0, 1, 'values are nested too deeply')] }
  for (const document of parsed) {
    for (const error of document.errors) {
      const message = `malformed YAML: ${firstLower(error.message.split('\n')[0] ?? '')}`
      faults.push(faultOf(source, 'syntax', error.pos[0], error.pos[1], message))
    }
  }
  if (faults.length > 0) return { faults }
  const documents = parsed.map((document) => convertDocument(source, document.contents, faults))
  return faults.length > 0 ? { faults } : { documents }
}

function parseDocuments(source: Source) {
  try {
    const options = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' } as const
    const documents = parseAllDocuments(source.text, options)
    return Array.isArray(documents) ? documents : []
  } catch (error) {
    if (error instanceof RangeError) return 'too-deep'
    throw error
  }
}

interface Sized {
  readonly tree: Tree
  /** Nodes in the tree when every alias is written out. */
  readonly size: number
}

function convertDocument(source: Source, contents: unknown, faults: Diagnostic[]): Tree {
  const anchors = new Map<string, Sized | 'open'>()
  const fault = (code: DiagnosticCode, at: Scalar | Place, message: string, help?: string) =>
    faults.push(faultOf(source, code, at.start, at.end, message, help))

  function convert(node: unknown, depth: number, near: Place): Sized {
    if (node === null || node === undefined) return { tree: { kind: 'scalar', text: '', plain: true, ...near }, size: 1 }
    const place = placeOf(node as Node, near)
    if (depth > MAX_DEPTH) {
      if (faults.length === 0) fault('too-deep', place, 'values are nested too deeply')
      return nothing(place)
    }
    if (isAlias(node)) return resolveAlias(node.source, place)
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined
    if (anchor !== undefined) anchors.set(anchor, 'open')
    const sized = convertBare(node, depth, place)
    if (anchor !== undefined) anchors.set(anchor, sized)
    return sized
  }

  function resolveAlias(name: string, place: Place): Sized {
    const target = anchors.get(name)
    if (target === undefined) fault('syntax', place, `alias \`*${name}\` has no anchor before it`)
    else if (target === 'open') fault('alias-expansion', place, `alias \`*${name}\` stands inside the value it names`)
    else return target
    return nothing(place)
  }

  function convertBare(node: unknown, depth: number, place: Place): Sized {
    if (isScalar(node)) {
      const text = typeof node.value === 'string' ? node.value : String(node.source ?? '')
      return { tree: { kind: 'scalar', text, plain: node.type === YamlScalar.PLAIN, ...place }, size: 1 }
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => convert(item, depth + 1, place))
      return measured({ kind: 'sequence', items: items.map((item) => item.tree), ...place }, items, place)
    }
    if (!isMap(node)) return nothing(place)
    const parts: Sized[] = []
    const own: Entry[] = []
    const merged: Entry[] = []
    for (const pair of node.items) {
      const key = convert(pair.key, depth + 1, place).tree
      const value = convert(pair.value, depth + 1, { start: key.end, end: key.end })
      parts.push(value)
      if (key.kind !== 'scalar') fault('syntax', key, 'a key must be a single text')
      else if (key.plain && key.text === '<<') merged.push(...mergeSources(value.tree))
      else own.push({ key, value: value.tree })
    }
    reportDuplicates(own, fault)
    return measured({ kind: 'mapping', entries: withMerged(own, merged), ...place }, parts, place)
  }

  function mergeSources(tree: Tree): Entry[] {
    const sources = tree.kind === 'sequence' ? tree.items : [tree]
    const entries: Entry[] = []
    for (const each of sources) {
      if (each.kind === 'mapping') entries.push(...each.entries)
      else fault('syntax', each, 'a merge key `<<` takes a mapping or a list of mappings')
    }
    return entries
  }

  function measured(tree: Tree, parts: readonly Sized[], place: Place): Sized {
    const size = parts.reduce((sum, part) => sum + part.size, 1)
    if (size > EXPANSION * Math.max(source.text.length, 1) && faults.length === 0) {
      fault('alias-expansion', place, `aliases repeat this text more than ${EXPANSION} times its size`)
    }
    return { tree, size }
  }

  return convert(contents, 0, { start: 0, end: 0 }).tree
}

interface Place {
  readonly start: number
  readonly end: number
}

const placeOf = (node: Node, near: Place): Place =>
  node.range ? { start: node.range[0], end: node.range[1] } : near

const nothing = (place: Place): Sized => ({ tree: { kind: 'scalar', text: '', plain: true, ...place }, size: 1 })

/** Own keys win over merged ones, earlier merged ones over later. */
function withMerged(own: readonly Entry[], merged: readonly Entry[]): Entry[] {
  if (merged.length === 0) return [...own]
  const seen = new Set(own.map((entry) => entry.key.text))
  const entries = [...own]
  for (const entry of merged) {
    if (seen.has(entry.key.text)) continue
    seen.add(entry.key.text)
    entries.push(entry)
  }
  return entries
}

/** Reports each key of a mapping that stands there before. */
export function reportDuplicates(
  entries: readonly Entry[],
  fault: (code: DiagnosticCode, at: Scalar, message: string, help?: string) => void,
): void {
  const seen = new Set<string>()
  for (const { key } of entries) {
    if (seen.has(key.text)) fault('duplicate-key', key, `key \`${key.text}\` stands twice`, 'keep one of the two')
    seen.add(key.text)
  }
}

export function faultOf(
  source: Source,
  code: DiagnosticCode,
  start: number,
  end: number,
  message: string,
  help?: string,
): Diagnostic {
  return { code, severity: 'error', message, at: textPlace(source, { start, end }), ...(help ? { help } : {}) }
}

const firstLower = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1)
