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
import type { ByteFile } from '../read/byte-file.js'
import { type ChunkReader, createChunkReader } from '../read/chunks.js'
import { textRow } from '../read/text-rows.js'
import type { RowOf, RowPlace } from './chunk-result.js'

const ONE_ROW = 1 << 12

/** Reads the record at a place again, and lets the interpreter judge it. */
export function readAgain(pack: Pack, layout: Layout, row: RowOf, asOf: string | null): Assessment {
  const again = openRecords(pack, layout, row.file)
  try {
    return assessRecord(pack, again.read(row), { asOf })
  } finally {
    again.close()
  }
}

/** Records of one file that are read again, one after another. */
export interface RecordsAgain {
  read(place: RowPlace): CaseRecord
  close(): void
}

/** Opens the file when the first record is asked for, and keeps it open: an id may stand a million times. */
export function openRecords(pack: Pack, layout: Layout, file: ByteFile): RecordsAgain {
  let opened: { readonly descriptor: number; readonly reader: ChunkReader } | null = null
  const open = () => {
    const descriptor = openSync(file.path, 'r')
    return { descriptor, reader: createChunkReader(descriptor, file.end, file.delimiter, ONE_ROW) }
  }
  return {
    read({ from, line }) {
      opened ??= open()
      const { reader } = opened
      const { chunk } = reader
      if (!reader.read(from)) throw brokenInput(changed(file.file))
      const cut = textRow(chunk, 0, chunk.rows[0] ?? 0, 0, line)
      const reading = { pack, ids: { repeats: () => false }, ledger: openLedger() }
      const source = rowBelowHeader(cut, file.headers.length)
      const read = readSurveyRow(reading, { layout, kept: [] }, source, { add() {} })
      if (read?.kind !== 'record') throw brokenInput(changed(file.file))
      return read.record
    },
    close() {
      if (opened !== null) closeSync(opened.descriptor)
      opened = null
    },
  }
}
