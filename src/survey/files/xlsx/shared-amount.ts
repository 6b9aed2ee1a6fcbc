import { say } from '../../../base/say/say.js'
import { unrealXml } from './xml.js'

/** Counts what the cells of a sheet take from the shared texts: a few bytes can name a long text a million times. */
export interface SharedAmount {
  /** Notes a cell that names a text of this length. Throws what `diagnosticOf` knows if it is too much. */
  note(row: number, characters: number): void
}

/** No spreadsheet program lets a cell hold more. */
const LONGEST_CELL = 32_767
/** The characters that the cells of a sheet may name, and how many more for each cell; longer texts get no more. */
const MOST = 1 << 26
const MOST_EACH = 2000

export function countShared(sheet: string): SharedAmount {
  let cells = 0
  let all = 0
  let long = 0
  return {
    note(row, characters) {
      cells += 1
      all += characters
      if (characters > LONGEST_CELL) long += characters
      if (long > MOST || all > MOST + MOST_EACH * cells)
        throw unrealXml(sheet, say('bad-archive.shared-texts', { row }))
    },
  }
}
