import type { Assessment } from '../../engine/assessment.js'
import type { CompiledPack } from '../../engine/compile-js/compile.js'
import { csvReport } from '../../report/csv.js'
import { type Cell, createRowPen, type OutcomeCells } from '../../report/csv-bytes.js'
import { lazyCase } from '../case.js'

/** Rows of the CSV report, gathered as bytes. */
export interface RowOutput {
  put(id: Cell, date: Cell, outcome: OutcomeCells, numbers: Float64Array, line: number): void
  /** A record that was judged by itself. */
  putAssessment(assessment: Assessment): void
  /** What has been put since the start. */
  bytes(): Uint8Array
  start(): void
  /** Gives memory to write to. */
  setMemory(memory: Uint8Array): void
}

export function createRowOutput({ pack, outputPlaces }: CompiledPack, file: string): RowOutput {
  const pen = createRowPen(outputPlaces, file)
  const report = csvReport({ pack, keep: [], raw: false, excel: false })
  let memory: Uint8Array = new Uint8Array(0)
  let written = 0

  function makeRoom(more: number): void {
    if (written + more <= memory.length) return
    const larger = new Uint8Array(Math.max(written + more, memory.length * 2))
    larger.set(memory.subarray(0, written))
    memory = larger
  }

  return {
    put(id, date, outcome, numbers, line) {
      makeRoom(pen.room + id.end - id.start + outcome.behindId.length + outcome.behindDate.length)
      written = pen.write(memory, written, id, date, outcome, numbers, line)
    },
    putAssessment(assessment) {
      const bytes = Buffer.from(report.record?.(lazyCase(pack, assessment)) ?? '')
      makeRoom(bytes.length)
      memory.set(bytes, written)
      written += bytes.length
    },
    bytes: () => memory.subarray(0, written),
    start() {
      written = 0
    },
    setMemory(given) {
      memory = given
    },
  }
}
