import type { Diagnostic } from '../../base/diagnostic.js'
import type { RecordDeclaration } from '../../lang/pack.js'
import type { Ledgers } from '../../report/text/ledger.js'

type RowLedgers = Pick<Ledgers, 'ledger' | 'rosters'>

/** What a request says of rows that come to nothing. */
interface RejectsRequest {
  readonly rejects: string | null
  readonly allowRejects: boolean
}

export const orphanedRows = ({ rosters }: Pick<Ledgers, 'rosters'>): number =>
  rosters.reduce((sum, { orphaned }) => sum + orphaned, 0)

/** What trips a run because rows came to nothing. */
export function lostRows(
  ledgers: RowLedgers,
  record: RecordDeclaration,
  request: RejectsRequest,
): Diagnostic[] {
  const rejected = ledgers.rosters.reduce(
    (sum, each) => sum + each.orphaned + each.rejected,
    ledgers.ledger.rejected,
  )
  return [
    ...(rejected === 0 || request.allowRejects ? [] : [rowsRejected(rejected, request.rejects)]),
    ...nothingJudged(ledgers, record),
  ]
}

/** `file` is where they were written. */
const rowsRejected = (count: number, file: string | null): Diagnostic => ({
  code: 'rejected-rows',
  severity: 'error',
  message: `${count} ${count === 1 ? 'row was' : 'rows were'} rejected`,
  help: `${file === null ? '`--rejects FILE` writes them out' : `they stand in \`${file}\``}; \`--allow-rejects\` lets the run pass without them`,
  at: null,
})

/**
 * Where no record could be read, or more than half are held because they share ids, the file is most likely not what it was taken for. A
 * file in which nobody was interviewed is what it is.
 */
export function nothingJudged(
  { ledger }: Pick<RowLedgers, 'ledger'>,
  { name, plural }: RecordDeclaration,
): Diagnostic[] {
  const { read, assessed, duplicates, rejected } = ledger
  const areHeld = 2 * duplicates > read
  if (!areHeld && (assessed > 0 || rejected + duplicates === 0)) return []
  const message = areHeld
    ? `${duplicates} of ${read} ${read === 1 ? name : plural} share an id with another row and are held`
    : `none of ${read} ${read === 1 ? name : plural} could be read`
  const help = areHeld
    ? `\`tpa inspect\` shows which columns tell one ${name} from another, and whether a row is a person or a visit`
    : 'the warnings say why; `tpa inspect` shows how the file can be read'
  return [{ code: 'nothing-judged', severity: 'error', message, help, at: null }]
}
