import { printable } from '../../base/inert-text.js'
import { isClosed } from '../../base/value.js'
import type { ExplainNode } from '../../engine/explain/explain.js'
import { valueInWords } from '../../engine/sentences.js'
import { signsOf, wordsOf } from '../../lang/parse/keywords.js'
import type { GapReason } from '../../lang/record.js'
import { hanging } from './text-width.js'
import { GAP_WORDS } from './words.js'

/** Draws trees one after the other; a branch that was drawn before is not drawn again. */
export function createTreeText(width: number): (tree: ExplainNode) => string[] {
  const drawn = new Set<string>()

  function branches(nodes: readonly ExplainNode[], indent: string): string[] {
    const shown = nodes.filter(saysSomething)
    return shown.flatMap((node, index) => {
      const isLast = index === shown.length - 1
      const below = `${indent}${isLast ? '   ' : '│  '}`
      const children = flattened(node)
      const key = nodeText(node)
      const isRepeated = children.length > 0 && drawn.has(key)
      if (children.length > 0) drawn.add(key)
      const text = isRepeated ? `${key}  (as above)` : key
      const [first = '', ...rest] = hanging(`${indent}${isLast ? '└─ ' : '├─ '}`, printable(text), width)
      const lines = [first, ...rest.map((line) => `${below}  ${line.trimStart()}`)]
      return isRepeated ? lines : [...lines, ...branches(children, below)]
    })
  }

  return (tree) => [
    `${printable(tree.text)}: ${tree.note ?? ''}`,
    ...branches(tree.children.map(withoutHeading), ''),
  ]
}

/** False for a member of whom a count only sees that it exists. */
const saysSomething = ({ value, note, children }: ExplainNode) =>
  value !== null || note !== null || children.length > 0

/** Joins `met if` and the condition below it into one line. */
function withoutHeading(node: ExplainNode): ExplainNode {
  const [child] = node.children
  if (node.value !== null || node.note !== null || child === undefined || node.children.length > 1)
    return node
  return { ...child, text: `${node.text} ${child.text}` }
}

/** The parts of `a + b + c` or `a and b and c` side by side, as a person reads them. */
function flattened(node: ExplainNode): readonly ExplainNode[] {
  const [first, ...rest] = node.children
  if (first === undefined || !isChain(node.text.replace(/^(?:met|applies) if /, ''), first))
    return node.children
  return [...flattened(first), ...rest]
}

function isChain(text: string, first: ExplainNode): boolean {
  if (first.children.length === 0 || BEGINS_FORM.test(first.text)) return false
  return CONNECTIVES.some((group) => {
    const follows = group.some((word) => text.startsWith(first.text + word))
    return follows && group.some((word) => first.text.includes(word))
  })
}

/** A text that begins with `every`, `if`, `sum` and the like is one part, whatever stands in it. */
const BEGINS_FORM = new RegExp(`^(?:${wordsOf('form').join('|')})\\b`)

/** Operators whose chains are shown side by side, those of one level together. */
const CONNECTIVES = [signsOf('sum'), ...wordsOf('connective').map((word) => [word])].map((group) =>
  group.map((operator) => ` ${operator} `),
)

function nodeText({ text, value, unit, note }: ExplainNode): string {
  const inUnit = unit === null || value?.kind !== 'number' ? '' : ` ${unit}`
  if (note !== null && isGap(note) && value !== null && !isClosed(value)) {
    const range =
      value.kind === 'number' && valueInWords(value) !== 'anything'
        ? ` (${valueInWords(value)}${inUnit})`
        : ''
    return `${text}: ${GAP_WORDS[note]}${range}`
  }
  return `${text}${value === null ? '' : `: ${valueInWords(value)}${inUnit}`}${note === null ? '' : `  (${note})`}`
}

const isGap = (note: string): note is GapReason => Object.hasOwn(GAP_WORDS, note)
