import type { Diagnostic, FindingSink } from '../../base/diagnostic.js'
import { short } from '../../base/wording.js'
import { isNoRecord, type NoRecord, type RowRole } from '../signs/record/row-role.js'
import type { OpenLedger } from './ledger.js'

/** A row that may be no record, and the header of its id. */
interface LookedAtRow {
  readonly role: RowRole
  readonly id: string
  readonly file: string
  readonly line: number
  readonly field: string | null
}

const SAID: { readonly [role in NoRecord]: (name: string) => Pick<Diagnostic, 'code' | 'message' | 'help'> } =
  {
    total: (name) => ({
      code: 'total-row',
      message: `the row is a total of others and no ${name}; it is not judged`,
    }),
    'repeated-header': (name) => ({
      code: 'repeated-header',
      message: `the header stands here again; the row is no ${name}`,
    }),
    'other-header': (name) => ({
      code: 'repeated-header',
      message: `a header with other columns stands here and is no ${name}; the rows below it are read by the first header, in the wrong columns`,
      help: 'put the two tables into files or sheets of their own',
    }),
    'sign-off': (name) => ({
      code: 'sign-off',
      message: `the row says who filled the table in, or a remark, and is no ${name}; it is not judged`,
    }),
  }

/** Counts and tells a row that is no record; `true` if it was one. */
export function passesOver(
  { role, file, line }: LookedAtRow,
  name: string,
  ledger: Pick<OpenLedger, 'count'>,
  found: FindingSink,
): boolean {
  if (!isNoRecord(role)) return false
  ledger.count(role === 'total' ? 'total_rows' : 'skipped_rows')
  found.add({ ...SAID[role](name), severity: 'warning', at: { file, line, field: null } })
  return true
}

/** Warns of a record that is named like a total, but says more than a total would. */
export function tellNamedTotal(
  { role, id, file, line, field }: LookedAtRow,
  name: string,
  found: FindingSink,
): void {
  if (role !== 'named-total') return
  found.add(
    {
      code: 'looks-like-total',
      severity: 'warning',
      message: `\`${short(id)}\` is a word for a total; the row is judged as a ${name}, because it does not hold numbers alone`,
      help: 'remove the row if it adds up others',
      at: { file, line, field },
    },
    id,
  )
}
