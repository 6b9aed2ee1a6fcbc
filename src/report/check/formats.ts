import type { Formats } from '../format.js'
import type { CheckContext } from './context.js'
import type { CheckedPack } from './result.js'

/** Every format of a check; a new one is one file and one line here. */
export const CHECK_FORMATS = {
  table: async () => (await import('./table.js')).checkTable,
  json: async () => (await import('./json.js')).checkJson,
} satisfies Formats<(checked: readonly CheckedPack[], context: CheckContext) => string>

export type CheckFormat = keyof typeof CHECK_FORMATS
