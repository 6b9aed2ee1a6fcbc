import type { Diagnostic } from '../../base/diagnostic.js'
import { short } from '../../base/wording.js'
import { columnsOf, type Pack } from '../../lang/pack.js'
import { counted } from '../text/numbers.js'
import { PERSONAL } from '../text/value-json.js'
import { repeatedIdWords } from './repeated-ids.js'
import { SHOWN, type Summary } from './summary.js'

/**
 * Names the first ids that stand in more than one row; nothing where there is none.
 * @param help what to do about them
 */
export function heldIds(pack: Pack, { held, ledger }: Summary, help: string): Diagnostic[] {
  if (held.length === 0) return []
  const isPersonal = columnsOf(pack).get(pack.record.id)?.personal ?? false
  const named = held
    .slice(0, SHOWN)
    .map((each) => `\`${isPersonal ? PERSONAL : short(each.id)}\` ${repeatedIdWords(each)}`)
  const rows = held.slice(0, SHOWN).reduce((sum, { count }) => sum + count, 0)
  const more =
    ledger.duplicates > rows ? `; and ${counted(ledger.duplicates - rows, 'row', 'rows')} more` : ''
  const message = `${counted(ledger.duplicates, 'row shares its', 'rows share their')} id with another and ${ledger.duplicates === 1 ? 'is' : 'are'} held: ${named.join('; ')}${more}`
  return [{ code: 'duplicate-id', severity: 'warning', message, help, at: null }]
}
