import { type Chance, oneOf } from '../../tests/engine/random/chance.js'

/** YAML or JSON as it is written: keys in their order, and a key may stand twice. */
export type Tree = Scalar | readonly Tree[] | Pairs
export type Scalar = string | number | boolean | null
export interface Pairs {
  readonly pairs: readonly (readonly [key: string, value: Tree])[]
}

export const isList = (tree: Tree): tree is readonly Tree[] => Array.isArray(tree)
export const isPairs = (tree: Tree): tree is Pairs =>
  typeof tree === 'object' && tree !== null && 'pairs' in tree
export const isScalar = (tree: Tree): tree is Scalar => !isList(tree) && !isPairs(tree)

export const pairs = (list: Pairs['pairs']): Pairs => ({ pairs: list })

/** Plain data as a tree. */
export function treeOf(data: unknown): Tree {
  if (Array.isArray(data)) return data.map(treeOf)
  if (typeof data === 'object' && data !== null)
    return pairs(Object.entries(data).map(([key, value]) => [key, treeOf(value)]))
  return typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean' ? data : null
}

/** The keys and places that lead to a part of a tree; of a list each part is `[]`. */
export type Path = readonly string[]

/** A part of a tree, with the way to put another in its place; none takes it out, several stand beside each other. */
export interface Part {
  readonly path: Path
  readonly tree: Tree
  readonly replace: (...trees: readonly Tree[]) => Tree
  /** Gives the key another name; the tree as it is where the part has no key. */
  readonly rename: (name: string) => Tree
}

/** Every part of a tree but the whole. */
export function partsOf(tree: Tree): Part[] {
  const parts: Part[] = []
  const visit = (now: Tree, path: Path, put: (now: Tree) => Tree) => {
    if (isList(now)) {
      now.forEach((each, at) => {
        const replace = (...trees: readonly Tree[]) =>
          put([...now.slice(0, at), ...trees, ...now.slice(at + 1)])
        parts.push({ path: [...path, '[]'], tree: each, replace, rename: () => tree })
        visit(each, [...path, '[]'], (other) => replace(other))
      })
    } else if (isPairs(now)) {
      now.pairs.forEach(([key, each], at) => {
        const around = (...middle: Pairs['pairs']) =>
          put(pairs([...now.pairs.slice(0, at), ...middle, ...now.pairs.slice(at + 1)]))
        const replace = (...trees: readonly Tree[]) => around(...trees.map((other) => [key, other] as const))
        parts.push({ path: [...path, key], tree: each, replace, rename: (name) => around([name, each]) })
        visit(each, [...path, key], (other) => replace(other))
      })
    }
  }
  visit(tree, [], (other) => other)
  return parts
}

/** One part that is as asked; `null` where none is. */
export function somePart(tree: Tree, chance: Chance, is: (part: Part) => boolean): Part | null {
  const found = partsOf(tree).filter(is)
  return found.length === 0 ? null : oneOf(found, chance)
}

/** A tree in which every text and key has gone through a change. */
export function mapTexts(tree: Tree, change: (text: string) => string): Tree {
  if (typeof tree === 'string') return change(tree)
  if (isList(tree)) return tree.map((each) => mapTexts(each, change))
  if (isPairs(tree)) return pairs(tree.pairs.map(([key, each]) => [change(key), mapTexts(each, change)]))
  return tree
}

export function jsonText(tree: Tree): string {
  if (isList(tree)) return `[${tree.map(jsonText).join(', ')}]`
  if (isPairs(tree))
    return `{${tree.pairs.map(([key, each]) => `${JSON.stringify(key)}: ${jsonText(each)}`).join(', ')}}`
  return JSON.stringify(tree)
}

/** Words that YAML takes for the text that they are. */
const PLAIN = /^(?!(?:yes|no|true|false|null|on|off|y|n)$)[a-z][a-z0-9_-]*$/i

const plain = (text: string) => (PLAIN.test(text) ? text : JSON.stringify(text))

/** Block YAML; what is small stands in one line. */
export function yamlText(tree: Tree, indent = ''): string {
  if (isScalar(tree)) return typeof tree === 'string' ? plain(tree) : JSON.stringify(tree)
  const flow = jsonText(tree)
  if (indent !== '' && flow.length < 100) return flow
  const lines = isList(tree)
    ? tree.map((each) => `${indent}- ${yamlText(each, `${indent}  `).trimStart()}`)
    : tree.pairs.map(([key, each]) => {
        const text = yamlText(each, `${indent}  `)
        return `${indent}${plain(key)}:${text.startsWith(`${indent}  `) ? '\n' : ' '}${text}`
      })
  return lines.length === 0 ? flow : `${lines.join('\n')}${indent === '' ? '\n' : ''}`
}
