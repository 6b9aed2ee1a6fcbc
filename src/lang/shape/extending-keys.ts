/** Keys that every pack must have itself. */
export const OWN_KEYS: ReadonlySet<string> = new Set([
  'language',
  'pack',
  'title',
  'labels',
  'version',
  'note',
  'extends',
])

/** Keys that a pack may replace; else it has those of its parent. */
const REPLACED = new Set(['as_of', 'allow_unverified'])

/** Keys under which entries are replaced or added by name. */
export const BY_NAME = new Set([
  'sources',
  'pillars',
  'parameters',
  'derived',
  'outcomes',
  'decisions',
  'outputs',
])

/** Lists whose items are replaced or added by `id`. */
export const BY_ID = new Set(['criteria', 'checks', 'properties'])

/** Keys that a pack which extends another may have, for the schema of editors. */
export const EXTENDING_KEYS: ReadonlySet<string> = new Set([
  ...OWN_KEYS,
  ...REPLACED,
  ...BY_NAME,
  ...BY_ID,
  'facts',
  'units',
])
