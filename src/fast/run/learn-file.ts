import { columnsOf, type FactDeclaration, type Pack } from '../../lang/pack.js'
import type { CellCounts } from '../../survey/doubts/cell-counts.js'
import { codesOfAll } from '../../survey/doubts/code-columns.js'
import { collectDoubts } from '../../survey/doubts/column-doubts.js'
import { watchedWords } from '../../survey/records/unused-codes.js'
import type { ChunkPlace, ChunkResult } from '../outcome/chunk-result.js'
import type { ByteFile } from '../read/byte-file.js'
import type { ChunkSteps } from './chunk-steps.js'
import type { LookedAt, Pass } from './pass.js'

/** Gathers what the chunks of a file show of its columns and ids. */
export interface FileLearner {
  /** Takes the next chunk. */
  learn(result: ChunkResult): void
  /** Takes what a thread has counted of columns. */
  learnColumns(columns: ReadonlyMap<string, CellCounts>): void
}

interface Learning {
  readonly pass: Pass
  readonly pack: Pack
  readonly declarations: ReadonlyMap<string, FactDeclaration>
  readonly file: ByteFile
  readonly chunks: ChunkSteps
  readonly looked: LookedAt
  /** Where the next chunk starts. */
  readonly place: ChunkPlace
}

/** From where ids no longer ascend, it asks the chunks for keys; from where an id occurs twice, it asks them to judge nothing. */
export function createFileLearner(pass: Pass, pack: Pack, file: ByteFile, chunks: ChunkSteps): FileLearner {
  const looked = {
    doubts: collectDoubts(),
    codes: new Map(),
    records: 0,
    withId: 0,
    broken: { count: 0, first: null },
  }
  pass.looked.push(looked)
  const place = { from: file.start, line: file.line, row: 0 }
  const learning: Learning = { pass, pack, declarations: columnsOf(pack), file, chunks, looked, place }
  return {
    learn: (result) => learn(learning, result),
    learnColumns: (columns) => learnColumns(learning, columns),
  }
}

function learn(learning: Learning, { learned, bytes, rows, lines }: ChunkResult): void {
  const { pass, chunks, file, looked, place } = learning
  const to = place.from + bytes
  if (learned !== null) {
    looked.records += learned.records
    looked.withId += learned.withId
    looked.broken.first ??= learned.firstBroken
    looked.broken.count += learned.broken
    learnColumns(learning, learned.columns)
    if (learned.codes.size > 0)
      looked.codes = codesOfAll(watchedWords(learning.pack), [looked.codes, learned.codes])
    if (learned.ids.hasRepeats) {
      pass.needsSecondPass = true
      chunks.onlyLook()
    }
    if (!pass.ids.add(learned.ids, file, place, to)) chunks.askForKeys()
  }
  place.from = to
  place.line += lines
  place.row += rows
}

function learnColumns({ declarations, looked }: Learning, columns: ReadonlyMap<string, CellCounts>): void {
  for (const [name, counts] of columns) {
    const declaration = declarations.get(name)
    if (declaration !== undefined) looked.doubts.add(name, declaration, counts)
  }
}
