import { printable } from '../../base/inert-text.js'
import { say } from '../../base/say/say.js'
import type { EngineCounts } from '../../engine/assessment.js'
import type { Ledger, RosterLedger } from '../../survey/records/ledger.js'
import { parted } from './words.js'

/** What the ledgers of a run say. */
export interface Ledgers {
  readonly ledger: Ledger
  readonly rosters: readonly RosterLedger[]
  readonly assumed: readonly string[]
  readonly engine?: EngineCounts | null
}

/**
 * `read 825 = assessed 825 + rejected 0 + duplicates 0 + not interviews 0; blank rows 2`, then what was assumed and, where an engine was
 * asked for, what each judged; after it a line for each file with rows of members.
 */
export function ledgerLines({ ledger, rosters, assumed, engine = null }: Ledgers): string[] {
  const { read, assessed, rejected, duplicates, not_interviews, blank_rows, skipped_rows, total_rows } =
    ledger
  const sum = say('ledger.records', { read, assessed, rejected, duplicates, others: not_interviews })
  const beside = [
    ...(blank_rows === 0 ? [] : [say('ledger.blank', { rows: blank_rows })]),
    ...(skipped_rows === 0 ? [] : [say('ledger.skipped', { rows: skipped_rows })]),
    ...(total_rows === 0 ? [] : [say('ledger.total', { rows: total_rows })]),
    ...(assumed.length === 0 ? [] : [say('ledger.assumed', { facts: assumed.join(say('names.item')) })]),
    ...(engine === null ? [] : [engineWords(engine)]),
  ]
  return [parted([sum, ...beside]), ...rosters.map(rosterLine)]
}

/** `compiled 800, interpreted 25` */
export const engineWords = ({ compiled, interpreted }: EngineCounts): string =>
  say('ledger.engine', { compiled, interpreted })

const rosterLine = ({ file, read, joined, orphaned, rejected, blank }: RosterLedger): string =>
  say('ledger.roster', { file, read, joined, orphaned, rejected, blank })

/** The ledgers for Markdown, each line as code. */
export const ledgerCode = (ledgers: Ledgers): string =>
  ledgerLines(ledgers)
    .map((line) => `\`${printable(line).replaceAll('`', "'")}\``)
    .join('  \n')
