import { type Chance, oneOf } from '../../tests/engine/random/chance.js'
import { type Alike, expressionSlip, roughExpressionSlip } from './expression-slips.js'
import { oddText } from './odd.js'
import { isPairs, mapTexts, type Path, pairs, partsOf, somePart, type Tree } from './tree.js'
import { dropSlip, orderSlip, type Slip, swapSlip, valueSlip } from './tree-slips.js'

const ends = (path: Path, ...keys: readonly string[]) =>
  keys.every((key, at) => key === '*' || path[path.length - keys.length + at] === key)

const isIn = (path: Path, key: string) => path[0] === key

const TRUTHS = ['met', 'applies_if', 'unless']

/** Whether an expression stands there, and of what. */
function expressionAt(path: Path): 'truth' | 'value' | null {
  if (TRUTHS.some((key) => ends(path, key)) || (isIn(path, 'checks') && ends(path, 'when'))) return 'truth'
  return ends(path, 'sources', '[]') || ends(path, 'of') ? 'value' : null
}

/** Names of facts and parameters by what they are, so that one can stand for another. */
function alikeIn(tree: Tree): Alike {
  const kinds = new Map<string, string[]>()
  const nameless = new Map<string, string>()
  for (const { path, tree: part } of partsOf(tree)) {
    const isFact = path.length === 3 && isIn(path, 'facts')
    const isParameter = path.length === 2 && isIn(path, 'parameters')
    if (!isPairs(part) || (!isFact && !isParameter)) continue
    const said = new Map(part.pairs)
    const kind = `${path.slice(0, -1)} ${isParameter ? '' : said.get('type')} ${said.get('unit')}`
    const name = path.at(-1) ?? ''
    kinds.set(kind, [...(kinds.get(kind) ?? []), name])
    nameless.set(name, kind)
  }
  return new Map([...nameless].map(([name, kind]) => [name, kinds.get(kind) ?? [name]]))
}

const expressions: Slip = (tree, chance) => {
  const part = somePart(
    tree,
    chance,
    ({ path, tree: each }) => typeof each === 'string' && expressionAt(path) !== null,
  )
  if (part === null || typeof part.tree !== 'string' || part.tree === 'given') return tree
  return part.replace(expressionSlip(part.tree, expressionAt(part.path) === 'truth', alikeIn(tree), chance))
}

const roughExpressions: Slip = (tree, chance) => {
  const part = somePart(
    tree,
    chance,
    ({ path, tree: each }) => typeof each === 'string' && expressionAt(path) !== null,
  )
  return part === null ? tree : part.replace(roughExpressionSlip(String(part.tree), chance))
}

const AMOUNTS = [0, 1, 0.01, 7, 1500, 4000, 3999.99, 100000, 999999999, 0.03, 12.5]

/** A name that something is declared under, changed wherever it stands. */
const renamed: Slip = (tree, chance) => {
  const part = somePart(tree, chance, ({ path }) => isIn(path, 'facts') && path.length === 3)
  const old = part?.path.at(-1)
  if (old === undefined) return tree
  const name = oneOf(['renamed', `${old}_2`, 'a', 'constructor', 'x1', 'to_string'], chance)
  return mapTexts(tree, (text) => text.replace(new RegExp(`\\b${old}\\b`, 'g'), name))
}

/** A criterion out of the pack, and out of all rows that name it. */
const criterionGone: Slip = (tree, chance) => {
  const part = somePart(tree, chance, ({ path }) => ends(path, 'criteria', '[]'))
  if (part === null || !isPairs(part.tree)) return tree
  const id = new Map(part.tree.pairs).get('id')
  return mapTexts(part.replace(), (text) => text.replace(new RegExp(`\\b${id}, |, ${id}\\b(?=[,\\]])`), ''))
}

const criterionTwice: Slip = (tree, chance) => {
  const part = somePart(tree, chance, ({ path }) => ends(path, 'criteria', '[]'))
  if (part === null || !isPairs(part.tree)) return tree
  return part.replace(
    part.tree,
    pairs(part.tree.pairs.map(([key, value]) => [key, key === 'id' ? 'again' : value])),
  )
}

/** `when` of a row of a table: other criteria, or the other quantifier. */
const rows = valueSlip(
  (path, value) => isIn(path, 'decisions') && ends(path, 'when') && typeof value === 'string',
  (old, chance) => {
    const text = String(old)
    if (chance(2) === 0)
      return text.startsWith('any unmet')
        ? text.replace('any unmet', 'all met')
        : text.replace('all met', 'any unmet')
    const names = /\[(.*)\]/.exec(text)?.[1]?.split(', ') ?? []
    return text.replace(
      /\[.*\]/,
      `[${names
        .filter((_, at) => at === 0 || chance(3) > 0)
        .reverse()
        .join(', ')}]`,
    )
  },
)

const title = (path: Path) =>
  ends(path, 'labels', '*') || ['title', 'reason', 'message', 'note', 'quote'].some((key) => ends(path, key))
const range = (path: Path) => isIn(path, 'facts') && ['min', 'max', 'step'].some((key) => ends(path, key))

/** Slips of somebody who knows the rule language. */
export const PACK_SLIPS: readonly Slip[] = [
  expressions,
  expressions,
  expressions,
  valueSlip(
    (path) => ends(path, 'values', '[]', 'value'),
    (_, chance) => oneOf(AMOUNTS, chance),
  ),
  valueSlip(range, (_, chance) => oneOf([0, 1, 0.01, 0.5, 100], chance)),
  valueSlip(
    (path) => ['from', 'as_of', 'since'].some((key) => ends(path, key)),
    (_, chance) => oneOf(['2011-01-01', '2014-01-01', '2016-02-29', '2020-12-31', '1999-01-01'], chance),
  ),
  valueSlip(
    (path) => title(path),
    (_, chance) => oddText(chance) || 'x',
  ),
  valueSlip(
    (path) => isIn(path, 'decisions') && ends(path, 'then'),
    (old) => old,
  ),
  swapSlip((path) => isIn(path, 'decisions') && ends(path, 'then')),
  swapSlip((path) => ends(path, 'criteria', '[]', 'met')),
  orderSlip(
    (path) =>
      ends(path, 'criteria') || ends(path, 'facts', '*') || ends(path, 'codes') || ends(path, 'outputs'),
  ),
  dropSlip(
    (path) =>
      ends(path, 'checks', '[]') ||
      (isIn(path, 'outputs') && path.length === 2) ||
      ends(path, 'aliases', '[]'),
  ),
  dropSlip((path) => ends(path, 'note') || ends(path, 'quote') || range(path)),
  renamed,
  criterionGone,
  criterionTwice,
  rows,
]

/** Half of them no longer load. */
export const ROUGH_PACK_SLIPS: readonly Slip[] = [
  roughExpressions,
  dropSlip((path) => path.length <= 3),
  valueSlip(
    () => true,
    (_, chance: Chance) => oddText(chance),
  ),
]
