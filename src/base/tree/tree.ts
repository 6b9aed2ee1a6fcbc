import type { Diagnostic } from '../diagnostic.js'

/** A text value as the file has it; `plain` if it was written without quotes. Offsets count UTF-16 units. */
export interface Scalar {
  readonly kind: 'scalar'
  readonly text: string
  readonly plain: boolean
  readonly start: number
  readonly end: number
}

export interface Sequence {
  readonly kind: 'sequence'
  readonly items: readonly Tree[]
  readonly start: number
  readonly end: number
}

export interface TreeEntry {
  readonly key: Scalar
  readonly value: Tree
}

export interface TreeMapping {
  readonly kind: 'mapping'
  readonly entries: readonly TreeEntry[]
  readonly start: number
  readonly end: number
}

/** A YAML or JSON value with its place. No scalar has passed through a JavaScript number. */
export type Tree = Scalar | Sequence | TreeMapping

/** The documents of a text, or why it cannot be read. */
export type TreeReading = { readonly documents: readonly Tree[] } | { readonly faults: readonly Diagnostic[] }

/** True if a plain scalar says "nothing": empty, `~` or `null`. */
export const isNull = (tree: Tree): boolean =>
  tree.kind === 'scalar' && tree.plain && /^(?:|~|null|Null|NULL)$/.test(tree.text)

export const entryOf = (mapping: TreeMapping, key: string): TreeEntry | undefined =>
  mapping.entries.find((entry) => entry.key.text === key)

/** Deeper nesting is refused, so that no file can overflow the stack. */
export const MAX_DEPTH = 200

/** The values of a mapping by key; keys never touch an object's prototype. */
export const valuesOf = (mapping: TreeMapping): ReadonlyMap<string, Tree> =>
  new Map(mapping.entries.map((entry) => [entry.key.text, entry.value]))

/** True if no key of a mapping has a value. */
export const isEmptyRecord = (mapping: TreeMapping): boolean =>
  mapping.entries.every((entry) => isEmpty(entry.value))

/** True if a value says nothing: null, an empty text, an empty list. */
export function isEmpty(tree: Tree): boolean {
  if (tree.kind === 'scalar') return isNull(tree) || tree.text.trim() === ''
  return tree.kind === 'sequence' && tree.items.length === 0
}

/** Whether a key of a record, or of a list in it, has more characters than `most`. */
export const hasLongKey = ({ entries }: TreeMapping, most: number): boolean =>
  entries.some(
    ({ key, value }) =>
      key.text.length > most ||
      (value.kind === 'sequence' &&
        value.items.some((item) => item.kind === 'mapping' && hasLongKey(item, most))),
  )
