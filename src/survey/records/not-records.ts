import type { Diagnostic, FindingSink } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
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
      message: say('total-row', { name }),
    }),
    'repeated-header': (name) => ({
      code: 'repeated-header',
      message: say('repeated-header', { name }),
    }),
    'other-header': (name) => ({
      code: 'repeated-header',
      message: say('repeated-header.other', { name }),
      help: say('repeated-header.help'),
    }),
    title: (name) => ({
      code: 'inner-title',
      message: say('inner-title', { name }),
    }),
    'sign-off': (name) => ({
      code: 'sign-off',
      message: say('sign-off', { name }),
    }),
  }

/** Counts and reports a row that is not a record; `true` if it was such a row. */
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
      message: say('looks-like-total', { id: short(id), name }),
      help: say('looks-like-total.help'),
      at: { file, line, field },
    },
    id,
  )
}
