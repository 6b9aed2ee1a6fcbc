import { parse, type ValueNode } from '@humanwhocodes/momoa'
import type { DiagnosticCode } from './codes.js'
import type { Diagnostic } from './diagnostic.js'
import { type Source, textSlice } from './source.js'
import { type Entry, MAX_DEPTH, type Tree, type TreeReading } from './tree.js'
import { faultOf, reportDuplicates } from './yaml.js'

/** Reads one JSON text; numbers stay the text they are. Anything that strict JSON forbids is a fault, as is a key that stands twice. */
export function readJson(source: Source): TreeReading {
  const faults: Diagnostic[] = []
  const fault = (code: DiagnosticCode, at: { start: number; end: number }, message: string, help?: string) =>
    faults.push(faultOf(source, code, at.start, at.end, message, help))

  function convert(node: ValueNode, depth: number): Tree {
    const [start, end] = node.range ?? [0, 0]
    if (depth > MAX_DEPTH) {
      if (faults.length === 0) fault('too-deep', { start, end }, 'values are nested too deeply')
      return { kind: 'scalar', text: '', plain: true, start, end }
    }
    switch (node.type) {
      case 'String':
        return { kind: 'scalar', text: node.value, plain: false, start, end }
      case 'Array':
        return { kind: 'sequence', items: node.elements.map((element) => convert(element.value, depth + 1)), start, end }
      case 'Object': {
        const entries: Entry[] = []
        for (const { name, value } of node.members) {
          const key = name.type === 'String' ? convert(name, depth) : null
          if (key?.kind === 'scalar') entries.push({ key, value: convert(value, depth + 1) })
        }
        reportDuplicates(entries, fault)
        return { kind: 'mapping', entries, start, end }
      }
      default:
        return { kind: 'scalar', text: textSlice(source, { start, end }), plain: true, start, end }
    }
  }

  const parsed = parseText(source)
  if ('fault' in parsed) return { faults: [parsed.fault] }
  const tree = convert(parsed.body, 0)
  return faults.length > 0 ? { faults } : { documents: [tree] }
}

function parseText(source: Source): { body: ValueNode } | { fault: Diagnostic } {
  try {
    return { body: parse(source.text, { ranges: true }).body }
  } catch (error) {
    if (error instanceof RangeError) return { fault: faultOf(source, 'too-deep', 0, 1, 'values are nested too deeply') }
    if (!(error instanceof Error)) throw error
    const offset = 'offset' in error && typeof error.offset === 'number' ? error.offset : source.text.length
    const what = error.message.replace(/\s*\(\d+:\d+\)\s*$/, '').replace(/\.$/, '')
    const message = `malformed JSON: ${what.slice(0, 1).toLowerCase()}${what.slice(1)}`
    return { fault: faultOf(source, 'syntax', offset, offset + 1, message) }
  }
}
