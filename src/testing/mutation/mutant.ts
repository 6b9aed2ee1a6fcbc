import type { TextPlace } from '../../base/diagnostic.js'
import type { Pack } from '../../lang/pack.js'
import type { Through } from '../prove/comparisons.js'
import type { ExpressionMutantKind } from './expressions.js'

export type MutantKind =
  | ExpressionMutantKind
  | 'dropped-criterion'
  | 'swapped-outcomes'
  | 'effective-date'
  | 'dropped-gap'

/** The part that a mutant changes; it can change a result only through this part. */
export type Touched =
  | { readonly kind: 'criterion'; readonly id: string }
  | { readonly kind: 'derived'; readonly through: Through }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'table'; readonly code: string }
  | { readonly kind: 'check'; readonly id: string }

/** A pack with one fault in it. */
export interface Mutant {
  /** Unique in its pack, and stable while the pack does not change. */
  readonly id: string
  readonly kind: MutantKind
  readonly place: TextPlace
  /** What differs: "`<=` were `<`". */
  readonly words: string
  readonly touched: Touched
  readonly pack: Pack
}
