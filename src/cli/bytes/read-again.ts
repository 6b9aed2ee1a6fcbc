import { closeSync, openSync } from 'node:fs'
import { createChunkReader } from '../../data/bytes/chunks.js'
import { textRow } from '../../data/bytes/text-rows.js'
import { rowBelowHeader } from '../../data/files/table.js'
import { brokenInput, changed } from '../../data/input.js'
import type { Layout } from '../../data/layout.js'
import { openLedger } from '../../data/ledger.js'
import { readSurveyRow } from '../../data/survey-rows.js'
import { assessRecord } from '../../engine/assess.js'
import type { Assessment } from '../../engine/assessment.js'
import type { Pack } from '../../lang/pack.js'
import type { CaseRecord } from '../../lang/record.js'
import type { RowOf } from './chunk-result.js'

const ONE_ROW = 1 << 12

/** Reads a record of which no more is known than its place, and has the interpreter judge it. */
export const readAgain = (pack: Pack, layout: Layout, row: RowOf, asOf: string | null): Assessment =>
  assessRecord(pack, recordAgain(pack, layout, row), { asOf })

/** Reads a record of which no more is known than its place. */
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
