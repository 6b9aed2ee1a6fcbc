import { printable } from '../../base/inert-text.js'
import { say } from '../../base/say/say.js'
import { hanging } from '../../base/text-width.js'
import { isClosed } from '../../base/value.js'
import type { Verdict } from '../../engine/assessment.js'
import type { ExplainNode } from '../../engine/explain/explain.js'
import { inUnit } from '../../engine/sentences.js'
import { signsOf, wordsOf } from '../../lang/parse/keywords.js'
import { isGapReason } from '../../lang/record.js'
import { gapWords } from './words.js'

/** Before further lines of a node, which its children do not have. */
const DEEPER = '  '

function nodeLines(start: string, below: string, text: string, width: number): string[] {
  const whole = hanging(start, text, width)
  if (whole.length === 1) return whole
  const [first = '', ...rest] = hanging(start, text, width - DEEPER.length)
  return [first, ...rest.map((line) => below + DEEPER + line.trimStart())]
}

/** Draws trees one after the other; a branch that was drawn before is not drawn again. */
export function createTreeText(width: number): (tree: ExplainNode) => string[] {
  const drawn = new Set<string>()

  function branches(nodes: readonly TreeNode[], indent: string): string[] {
    const shown = nodes.filter(saysSomething)
    return shown.flatMap((node, index) => {
      const isLast = index === shown.length - 1
      const below = `${indent}${isLast ? '   ' : '│  '}`
      const children = flattened(node)
      const key = nodeText(node)
      const isRepeated = children.length > 0 && drawn.has(key)
      if (children.length > 0) drawn.add(key)
      const text = isRepeated ? say('tree.as-above', { text: key }) : key
      const start = `${indent}${isLast ? '└─ ' : '├─ '}`
      const lines = nodeLines(start, below, printable(text), width)
      return isRepeated ? lines : [...lines, ...branches(children, below)]
    })
  }

  return (tree) => [rootLine(tree), ...branches(tree.children.map(withoutHeading), '')]
}

/** False for a member if a count only sees that it exists. */
const saysSomething = ({ value, note, children }: ExplainNode) =>
  value !== null || note !== null || children.length > 0

/** A node with the heading that comes before it on its line. */
type TreeNode = ExplainNode & { readonly heading?: 'tree.met-if' | 'tree.applies-if' }

const HEADINGS: Readonly<Record<string, TreeNode['heading']>> = {
  'met if': 'tree.met-if',
  'applies if': 'tree.applies-if',
}

/** Joins `met if` and the condition below it into one line. */
function withoutHeading(node: ExplainNode): TreeNode {
  const [child] = node.children
  const heading = HEADINGS[node.text]
  return child === undefined || heading === undefined ? node : { ...child, heading }
}

/** The parts of `a + b + c` or `a and b and c` side by side, as a person reads them. */
function flattened(node: ExplainNode): readonly ExplainNode[] {
  const [first, ...rest] = node.children
  if (first === undefined || !isChain(node.text, first)) return node.children
  return [...flattened(first), ...rest]
}

function isChain(text: string, first: ExplainNode): boolean {
  if (first.children.length === 0 || BEGINS_FORM.test(first.text)) return false
  return CONNECTIVES.some((group) => {
    const follows = group.some((word) => text.startsWith(first.text + word))
    return follows && group.some((word) => first.text.includes(word))
  })
}

/** A text that begins with `every`, `if`, `sum` and the like is one part, whatever is in it. */
const BEGINS_FORM = new RegExp(`^(?:${wordsOf('form').join('|')})\\b`)

/** Operators whose chains are shown side by side, those of one level together. */
const CONNECTIVES = [signsOf('sum'), ...wordsOf('connective').map((word) => [word])].map((group) =>
  group.map((operator) => ` ${operator} `),
)

function rootLine({ text, note }: ExplainNode): string {
  const criterion = printable(text)
  return isVerdict(note) ? say(`tree.verdict.${note}`, { criterion }) : criterion
}

const VERDICTS: readonly Verdict[] = ['met', 'unmet', 'unknown', 'not_applicable']
const isVerdict = (note: string | null): note is Verdict => VERDICTS.some((verdict) => verdict === note)

function nodeText({ text, value, unit, note, heading, children }: TreeNode): string {
  const since = SINCE.exec(text)
  const plain = since?.[1] === undefined || children.length > 0 ? text : say('tree.since', { day: since[1] })
  const shown = heading === undefined ? plain : say(heading, { condition: text })
  const gap = isGapReason(note) ? gapWords(note) : null
  if (gap !== null && value !== null && !isClosed(value))
    return value.kind === 'number' && (value.range.lo !== null || value.range.hi !== null)
      ? say('tree.gap.range', { text: shown, gap, range: inUnit(value, unit) })
      : say('tree.gap', { text: shown, gap })
  const seen = value === null ? shown : say('tree.node', { text: shown, value: inUnit(value, unit) })
  return note === null ? seen : say('tree.note', { text: seen, note: gap ?? note })
}

/** The day before which a criterion does not apply appears as a node of its own. */
const SINCE = /^since (\d{4}-\d\d-\d\d)$/
