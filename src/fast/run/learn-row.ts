import type { CodeCount } from '../../survey/doubts/code-columns.js'
import type { Learned } from '../outcome/chunk-result.js'
import { lookAtRow } from '../outcome/reader-rows.js'
import { textRow } from '../read/text-rows.js'
import type { Judging } from './judging.js'

/** Learns of a record with an id that stands for itself. */
export function learnId({ chunk, count, id, ids }: Judging): void {
  ids.add(chunk.bytes, id.start, id.end)
  count.records += 1
  count.withId += 1
}

/** Learns from the normal reader about any other row; `false` if it is not a record. */
export function learnRow({ chunk, codes, count, ids, plan, row, width }: Judging): boolean {
  const text = textRow(chunk, row.firstCell, row.cells, row.start, row.line)
  const look = lookAtRow(text, width, plan.layout)
  if (look.kind === 'record') {
    count.records += 1
    if (look.hasId) count.withId += 1
    if (look.id !== '') {
      const bytes = Buffer.from(look.id)
      ids.add(bytes, 0, bytes.length)
    }
  } else if (look.kind === 'broken') {
    count.firstBroken ??= look.why
    count.broken += 1
  }
  if (look.kind !== 'record') codes?.takeBack(row)
  return look.kind === 'record'
}

const NO_CODES: ReadonlyMap<string, CodeCount> = new Map()

/** What was learned of a chunk. */
export function takeLearned({ codes, count, ids, doubts }: Judging, withKeys: boolean): Learned {
  const { records, withId, broken, firstBroken } = count
  const learned = {
    records,
    withId,
    broken,
    firstBroken,
    ids: ids.end(withKeys),
    columns: doubts.counts(),
    codes: codes?.take() ?? NO_CODES,
  }
  doubts.clear()
  return learned
}
