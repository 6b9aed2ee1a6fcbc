import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { short } from '../../base/wording.js'
import { columnsOf, type Pack } from '../../lang/pack.js'
import { grouped } from '../text/numbers.js'
import { PERSONAL } from '../text/value-json.js'
import { parted } from '../text/words.js'
import { repeatedIdWords } from './repeated-ids.js'
import { SHOWN, type Summary } from './summary.js'

/**
 * Names the first ids that are in more than one row; nothing where there is none.
 * @param help what to do about them
 */
export function heldIds(pack: Pack, { held, ledger }: Summary, help: string): Diagnostic[] {
  if (held.length === 0) return []
  const isPersonal = columnsOf(pack).get(pack.record.id)?.personal ?? false
  const named = held
    .slice(0, SHOWN)
    .map((each) => `\`${isPersonal ? PERSONAL : short(each.id)}\` ${repeatedIdWords(each)}`)
  const rows = held.slice(0, SHOWN).reduce((sum, { count }) => sum + count, 0)
  const more = ledger.duplicates - rows
  const said = { rows: grouped(ledger.duplicates), ids: parted(named) }
  const message =
    more > 0 ? say('duplicate-id.more', { ...said, more: grouped(more) }) : say('duplicate-id', said)
  return [{ code: 'duplicate-id', severity: 'warning', message, help, at: null }]
}
