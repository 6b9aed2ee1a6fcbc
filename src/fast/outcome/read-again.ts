import { closeSync, openSync } from 'node:fs'
import { assessRecord } from '../../engine/assess.js'
import type { Assessment } from '../../engine/assessment.js'
import type { Pack } from '../../lang/pack.js'
import type { CaseRecord } from '../../lang/record.js'
import { brokenInput, changed } from '../../survey/files/input.js'
import { rowBelowHeader } from '../../survey/files/table.js'
import type { Layout } from '../../survey/records/column-layout.js'
import { openLedger } from '../../survey/records/ledger.js'
import { readSurveyRow } from '../../survey/records/rows.js'
import { createChunkReader } from '../read/chunks.js'
import { textRow } from '../read/text-rows.js'
import type { RowOf } from './chunk-result.js'

const ONE_ROW = 1 << 12

/** Reads the record at a place again, and lets the interpreter judge it. */
export const readAgain = (pack: Pack, layout: Layout, row: RowOf, asOf: string | null): Assessment =>
  assessRecord(pack, recordAgain(pack, layout, row), { asOf })

/** Reads the record at a place again. */
export function recordAgain(pack: Pack, layout: Layout, row: RowOf): CaseRecord {
  const { file, from, line } = row
  const descriptor = openSync(file.path, 'r')
  try {
    const reader = createChunkReader(descriptor, file.end, file.delimiter, ONE_ROW)
    const { chunk } = reader
    if (!reader.read(from)) throw brokenInput(changed(file.file))
    const cut = textRow(chunk, 0, chunk.rows[0] ?? 0, 0, line)
    const reading = { pack, ids: { repeats: () => false }, ledger: openLedger() }
    const source = rowBelowHeader(cut, file.headers.length)
    const read = readSurveyRow(reading, { layout, kept: [] }, source, { add() {} })
    if (read?.kind !== 'record') throw brokenInput(changed(file.file))
    return read.record
  } finally {
    closeSync(descriptor)
  }
}
