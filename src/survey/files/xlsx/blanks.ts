import { say } from '../../../base/say/say.js'
import { unrealXml } from './xml.js'

/** Counts what a workbook leaves out: blank cells and rows are not stored, and a few bytes can stand for billions of them. */
export interface Blanks {
  /** Starts to read a sheet, perhaps once more. */
  startSheet(sheet: string): SheetBlanks
}

export interface SheetBlanks {
  /** Notes a cell that is stored, and the blank cells before it. Throws what `diagnosticOf` knows if these are too many. */
  noteCell(row: number, blankCells: number): void
  /** The same for blank rows before a row. */
  noteRows(row: number, blankRows: number): void
}

/** The blanks that a workbook may have, and how many more for each stored cell. */
const MOST = 10_000_000
const MOST_EACH = 500

interface Count {
  stored: number
  blank: number
}

export function openBlanks(): Blanks {
  const bySheet = new Map<string, Count>()
  return {
    startSheet(sheet) {
      const own: Count = { stored: 0, blank: 0 }
      bySheet.set(sheet, own)
      const others = [...bySheet.values()].reduce((sum, { blank }) => sum + blank, 0)
      const note = (
        row: number,
        blank: number,
        what: 'bad-archive.blank-cells' | 'bad-archive.blank-rows',
      ) => {
        if (others + own.blank + blank > MOST + MOST_EACH * own.stored)
          throw unrealXml(sheet, say(what, { row, most: MOST_EACH }))
        own.blank += blank
      }
      return {
        noteCell(row, blankCells) {
          own.stored += 1
          if (blankCells > 0) note(row, blankCells, 'bad-archive.blank-cells')
        },
        noteRows(row, blankRows) {
          if (blankRows > 0) note(row, blankRows, 'bad-archive.blank-rows')
        },
      }
    },
  }
}
