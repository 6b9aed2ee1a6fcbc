import type { CheckContext } from './context.js'
import { checkJson } from './json.js'
import type { CheckedPack } from './result.js'
import { checkTable } from './table.js'

export type CheckFormat = 'table' | 'json'

/** Every format of a check; a new one is one file and one line here. */
export const CHECK_FORMATS: Record<
  CheckFormat,
  (checked: readonly CheckedPack[], context: CheckContext) => string
> = {
  table: checkTable,
  json: checkJson,
}
