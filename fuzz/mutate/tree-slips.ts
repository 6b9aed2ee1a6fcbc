import { type Chance, oneOf, shuffled } from '../../tests/engine/random/chance.js'
import { oddAnything, oddText } from './odd.js'
import {
  isList,
  isPairs,
  isScalar,
  type Path,
  pairs,
  partsOf,
  type Scalar,
  somePart,
  type Tree,
} from './tree.js'

/** One change of a tree; the same tree where it finds nothing to change. */
export type Slip = (tree: Tree, chance: Chance) => Tree

/** A value instead of each that is as asked. */
export const valueSlip =
  (is: (path: Path, value: Scalar) => boolean, value: (old: Scalar, chance: Chance) => Tree): Slip =>
  (tree, chance) => {
    const part = somePart(tree, chance, (each) => isScalar(each.tree) && is(each.path, each.tree))
    return part === null || !isScalar(part.tree) ? tree : part.replace(value(part.tree, chance))
  }

/** Takes out a part. */
export const dropSlip =
  (is: (path: Path) => boolean): Slip =>
  (tree, chance) =>
    somePart(tree, chance, ({ path }) => is(path))?.replace() ?? tree

/** Another order of the members of a list or of the keys of a mapping. */
export const orderSlip =
  (is: (path: Path) => boolean): Slip =>
  (tree, chance) => {
    const part = somePart(tree, chance, (each) => !isScalar(each.tree) && is(each.path))
    if (part === null || isScalar(part.tree)) return tree
    return part.replace(
      isList(part.tree)
        ? shuffled(part.tree, chance)
        : isPairs(part.tree)
          ? pairs(shuffled(part.tree.pairs, chance))
          : part.tree,
    )
  }

/** Two parts of the same place change places. */
export const swapSlip =
  (is: (path: Path) => boolean): Slip =>
  (tree, chance) => {
    const one = somePart(tree, chance, ({ path }) => is(path))
    if (one === null) return tree
    const other = somePart(tree, chance, ({ path }) => path.at(-1) === one.path.at(-1) && is(path))
    return other === null ? tree : one.replace(other.tree)
  }

const SCALARS: readonly Scalar[] = [null, true, false, 0, -1, 1, 0.5, 1e21, '', ' ', '~', '2020-01-01', 'yes']

/** What spoils a tree in its form: a key gone or twice, a value of another form, an odd key. */
export const ROUGH_SLIPS: readonly Slip[] = [
  dropSlip(() => true),
  (tree, chance) => {
    const part = somePart(tree, chance, () => true)
    return part?.replace(part.tree, part.tree) ?? tree
  },
  (tree, chance) => somePart(tree, chance, () => true)?.replace(oneOf(SCALARS, chance)) ?? tree,
  (tree, chance) => somePart(tree, chance, () => true)?.replace(oddAnything(chance)) ?? tree,
  (tree, chance) => somePart(tree, chance, () => true)?.replace([]) ?? tree,
  (tree, chance) => somePart(tree, chance, () => true)?.replace(pairs([['x', null]])) ?? tree,
  (tree, chance) => somePart(tree, chance, () => true)?.rename(oddText(chance)) ?? tree,
  (tree, chance) => {
    const parts = partsOf(tree)
    return parts.length === 0 ? tree : oneOf(parts, chance).replace(oneOf(parts, chance).tree)
  },
]

/** Several slips of a hand that knows the form; once in so many times one that does not. */
export function slipped(tree: Tree, slips: readonly Slip[], chance: Chance, roughOneIn = 6): Tree {
  let now = tree
  for (let times = 1 + chance(3); times > 0; times--) now = oneOf(slips, chance)(now, chance)
  return chance(roughOneIn) === 0 ? oneOf(ROUGH_SLIPS, chance)(now, chance) : now
}
