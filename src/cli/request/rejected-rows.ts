import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { recordName, recordNames } from '../../lang/labels.js'
import type { Pack } from '../../lang/pack.js'
import type { Ledgers } from '../../report/text/ledger.js'

/** What a pack says of what it judges. */
type Judging = Pick<Pack, 'record' | 'labels'>

type RowLedgers = Pick<Ledgers, 'ledger' | 'rosters'>

/** What a request says about rejected and held rows. */
interface RejectsRequest {
  readonly rejects: string | null
  readonly allowRejects: boolean
}

export const orphanedRows = ({ rosters }: Pick<Ledgers, 'rosters'>): number =>
  rosters.reduce((sum, { orphaned }) => sum + orphaned, 0)

/** What trips a run because rows came to nothing. */
export function lostRows(ledgers: RowLedgers, pack: Judging, request: RejectsRequest): Diagnostic[] {
  const rejected = ledgers.rosters.reduce(
    (sum, each) => sum + each.orphaned + each.rejected,
    ledgers.ledger.rejected,
  )
  return [
    ...(rejected === 0 || request.allowRejects ? [] : [rowsRejected(rejected, request.rejects)]),
    ...nothingJudged(ledgers, pack),
  ]
}

/** `file` is where they were written. */
const rowsRejected = (count: number, file: string | null): Diagnostic => ({
  code: 'rejected-rows',
  severity: 'error',
  message: say('rejected-rows', { count }),
  help: file === null ? say('rejected-rows.help') : say('rejected-rows.help.file', { file }),
  at: null,
})

/**
 * Where no record could be read, or more than half are held because they share ids, the file is most likely not what it was taken for. A
 * file in which nobody was interviewed is what it is.
 */
export function nothingJudged({ ledger }: Pick<RowLedgers, 'ledger'>, pack: Judging): Diagnostic[] {
  const { read, assessed, duplicates, rejected } = ledger
  const areHeld = 2 * duplicates > read
  if (!areHeld && (assessed > 0 || rejected + duplicates === 0)) return []
  const records = read === 1 ? recordName(pack) : recordNames(pack)
  const message = areHeld
    ? say('nothing-judged.held', { held: duplicates, read, records })
    : say('nothing-judged', { read, records })
  const help = areHeld
    ? say('nothing-judged.help.held', { record: recordName(pack) })
    : say('nothing-judged.help')
  return [{ code: 'nothing-judged', severity: 'error', message, help, at: null }]
}
