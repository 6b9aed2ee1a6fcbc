import type { FindingSink } from '../../base/diagnostic.js'
import { short } from '../../base/wording.js'
import type { RowRole } from '../signs/record/row-role.js'
import type { OpenLedger } from './ledger.js'

/** A row that may be no record, and the header of its id. */
interface LookedAtRow {
  readonly role: RowRole
  readonly id: string
  readonly file: string
  readonly line: number
  readonly field: string | null
}

/** Counts and tells a row that is no record; `true` if it was one. */
export function passesOver(
  { role, file, line }: LookedAtRow,
  name: string,
  ledger: Pick<OpenLedger, 'count'>,
  found: FindingSink,
): boolean {
  if (role !== 'total' && role !== 'repeated-header') return false
  const isTotal = role === 'total'
  ledger.count(isTotal ? 'total_rows' : 'skipped_rows')
  found.add({
    code: isTotal ? 'total-row' : 'repeated-header',
    severity: 'warning',
    message: isTotal
      ? `the row is a total of others and no ${name}; it is not judged`
      : `the header stands here again; the row is no ${name}`,
    at: { file, line, field: null },
  })
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
