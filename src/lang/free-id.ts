import type { Pack } from './pack.js'

/** The first expression id that a pack leaves free. */
export function freeId({ tables }: Pick<Pack, 'tables'>): number {
  let last = -1
  for (const id of tables.spans.keys()) if (id > last) last = id
  return last + 1
}
