import type { Diagnostic } from '../base/diagnostic.js'
import type { Source } from '../base/source.js'
import { readYaml } from '../base/yaml.js'
import { buildPack } from './build/pack.js'
import { createContext } from './context.js'
import { collectFaults } from './fault-list.js'
import { packHash } from './hash.js'
import type { Pack } from './pack.js'
import { isOverExpanded } from './shape/expansion.js'
import { readShape } from './shape.js'

export type PackReading = { readonly pack: Pack } | { readonly faults: readonly Diagnostic[] }

/** Reads a pack from the text of its pack.yaml: a whole pack, or every fault that can be found in one go, in the order of the file. */
export function readPack(source: Source): PackReading {
  const yaml = readYaml(source)
  if ('faults' in yaml) return { faults: firstMalformed(yaml.faults) }
  const list = collectFaults(source)
  const [tree, second] = yaml.documents
  if (tree === undefined || second !== undefined) {
    const message = tree === undefined ? 'the pack file is empty' : 'a pack file holds one document'
    list.fault('shape', second ?? { start: 0, end: 1 }, message)
  } else if (isOverExpanded(source, tree)) {
    list.fault('alias-expansion', { start: 0, end: 1 }, 'aliases repeat this pack far beyond its size')
  } else {
    const shape = readShape(list, tree)
    const pack = shape && buildPack(createContext(source, list, shape), shape.raw)
    if (pack !== null && list.faults.length === 0) return { pack: { ...pack, hash: packHash(pack) } }
  }
  return { faults: inFileOrder(list.faults) }
}

/** What follows the first malformed place is mostly an echo of it. */
function firstMalformed(faults: readonly Diagnostic[]): Diagnostic[] {
  const first = faults.find((fault) => fault.code === 'syntax')
  const help = 'put a text with `[`, `]`, `{`, `}`, `: ` or ` #` in it in quotes'
  return first === undefined ? [...faults] : [{ ...first, help }]
}

function inFileOrder(faults: readonly Diagnostic[]): Diagnostic[] {
  const placed = faults.map((fault) => {
    const { at } = fault
    return { fault, line: at?.line ?? 0, column: at !== null && 'column' in at ? at.column : 0 }
  })
  placed.sort((a, b) => a.line - b.line || a.column - b.column)
  return placed.map(({ fault }) => fault)
}
