import { columnsOf, type Pack } from '../../lang/pack.js'
import { type Columns, MEMBERS } from '../columns/columns.js'
import type { TableColumns } from '../signs/record/row-role.js'

/** What the columns of a file are to its rows. Types are looked up only when one is asked for. */
export function tableColumns(
  pack: Pack,
  { columns, headers }: { readonly columns: Pick<Columns, 'used'>; readonly headers: readonly string[] },
): TableColumns {
  return {
    get ids() {
      return columns.used.get(pack.record.id)?.slice(0, 1) ?? []
    },
    headers,
    typeOf({ header, index }) {
      for (const [fact, used] of columns.used)
        if (used.some((each) => each.index === index && (index >= 0 || each.header === header)))
          return fact === MEMBERS ? 'text' : (columnsOf(pack).get(fact)?.type ?? null)
      return null
    },
  }
}
