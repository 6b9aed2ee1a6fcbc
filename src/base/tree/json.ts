import type { MemberNode, ValueNode } from '@humanwhocodes/momoa'
import type { Diagnostic } from '../diagnostic.js'
import { type Source, textSlice } from '../source.js'
import { duplicateKeys } from './fault.js'
import { parseJson } from './json-syntax.js'
import type { Scalar, Tree, TreeEntry, TreeReading } from './tree.js'

/** Reads one JSON text; numbers stay texts. What strict JSON forbids is a fault, and so is a key that occurs twice. */
export function readJson(source: Source): TreeReading {
  const parsed = parseJson(source)
  if ('fault' in parsed) return { faults: [parsed.fault] }
  const faults: Diagnostic[] = []
  const tree = convert(source, parsed.body, faults)
  return faults.length > 0 ? { faults } : { documents: [tree] }
}

function convert(source: Source, node: ValueNode, faults: Diagnostic[]): Tree {
  const [start, end] = node.range ?? [0, 0]
  switch (node.type) {
    case 'String':
      return { kind: 'scalar', text: node.value, plain: false, start, end }
    case 'Array': {
      const items = node.elements.map((element) => convert(source, element.value, faults))
      return { kind: 'sequence', items, start, end }
    }
    case 'Object': {
      const entries = node.members.map(
        (member): TreeEntry => ({ key: keyOf(member), value: convert(source, member.value, faults) }),
      )
      for (const each of duplicateKeys(source, entries)) faults.push(each)
      return { kind: 'mapping', entries, start, end }
    }
    default:
      return { kind: 'scalar', text: textSlice(source, { start, end }), plain: true, start, end }
  }
}

function keyOf({ name }: MemberNode): Scalar {
  const [start, end] = name.range ?? [0, 0]
  return { kind: 'scalar', text: name.type === 'String' ? name.value : name.name, plain: false, start, end }
}
