import type { Diagnostic } from '../../base/diagnostic.js'
import { examineRecord } from '../../engine/examine.js'
import { columnsOf, type Pack } from '../../lang/pack.js'
import { PERSONAL } from '../../report/text/value-json.js'
import type { DataFinding, Examined } from '../../report/validate/examined.js'
import { heldHelp } from '../../survey/records/held-help.js'
import { heldMessage, rejectedRow } from '../../survey/records/rejects.js'
import type { AssessableRow, HeldRow, RejectedRow, Row } from '../../survey/records/rows.js'
import type { Survey } from '../../survey/survey.js'

/** How rows are examined. */
export interface Examining {
  readonly pack: Pack
  readonly survey: Survey
  /** The date that stands for every record's own, or `null`. */
  readonly asOf: string | null
  /** Whether a row that is lost is only a warning. */
  readonly allowRejects: boolean
}

/** Every row with all that reading, joining and the pack's checks find; the reading is the one that assesses. */
export async function* examineRows(examining: Examining): AsyncGenerator<Examined> {
  const idOf = idWriter(examining.pack)
  let waiting: DataFinding[] = []
  const take = () => {
    const taken = waiting
    waiting = []
    return taken
  }
  const sink = {
    add: (diagnostic: Diagnostic, record?: string) =>
      void waiting.push(
        record === undefined
          ? { diagnostic, about: 'file', record: null }
          : { diagnostic, about: 'record', record: idOf(record) },
      ),
  }
  for await (const row of examining.survey.rows(sink)) {
    const found = take()
    const ofFiles = found.filter(({ about }) => about === 'file')
    if (ofFiles.length > 0) yield { row: null, findings: ofFiles, takenAway: NONE }
    const ofRow = found.filter(({ about }) => about !== 'file')
    yield examineRow(examining, row, ofRow, idOf)
  }
  yield { row: null, findings: take(), takenAway: NONE }
}

const NONE: Examined['takenAway'] = new Map()

type IdWriter = (id: string) => string

/** An id as it may be shown. */
function idWriter(pack: Pack): IdWriter {
  const isPersonal = columnsOf(pack).get(pack.record.id)?.personal ?? false
  return (id) => (isPersonal ? PERSONAL : id)
}

function examineRow(examining: Examining, row: Row, found: readonly DataFinding[], idOf: IdWriter): Examined {
  switch (row.kind) {
    case 'record':
      return examineCase(examining, row, found, idOf)
    case 'held':
      return { row, findings: [heldFinding(row, idOf)], takenAway: NONE }
    case 'rejected':
      return { row, findings: [lostFinding(row, examining.allowRejects)], takenAway: NONE }
    case 'no-interview':
      return { row, findings: [], takenAway: NONE }
  }
}

function examineCase(
  { pack, asOf }: Examining,
  row: AssessableRow,
  found: readonly DataFinding[],
  idOf: IdWriter,
): Examined {
  const { diagnostics, takenAway } = examineRecord(pack, row.record, { asOf })
  const record = idOf(row.record.id)
  const own = diagnostics.map((diagnostic): DataFinding => ({ diagnostic, about: 'record', record }))
  return { row, findings: own.length === 0 ? found : [...found, ...own], takenAway }
}

const heldFinding = ({ id, file, line, field }: HeldRow, idOf: IdWriter): DataFinding => ({
  diagnostic: {
    code: 'duplicate-id',
    severity: 'warning',
    message: heldMessage(idOf(id)),
    help: heldHelp(),
    at: { file, line, field },
  },
  about: 'record',
  record: idOf(id),
})

const lostFinding = (row: RejectedRow, allowRejects: boolean): DataFinding => ({
  diagnostic: rejectedRow(row, allowRejects ? 'warning' : 'error'),
  about: row.isMember ? 'member' : 'row',
  record: null,
})
