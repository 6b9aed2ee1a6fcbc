import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { didYouMean } from '../../base/suggest.js'
import { foldName } from '../columns/columns.js'
import { inputFault } from '../files/input.js'
import type { Column } from '../files/row.js'
import type { FileScan } from '../records/first-pass.js'

/** Where the columns to be kept are in a file, in the order of `keep`; `null` where the file lacks one. */
export function keptColumns(scan: FileScan, keep: readonly string[]): (Column | null)[] {
  return keep.map((header) => chosen(scan, header)[0] ?? null)
}

/** Faults for columns to be kept that are in no file, or that occur twice in one. */
export function checkKept(scans: readonly FileScan[], keep: readonly string[]): Diagnostic[] {
  const faults: Diagnostic[] = []
  for (const header of keep) {
    if (scans.every((scan) => chosen(scan, header).length === 0)) {
      const help =
        didYouMean(
          header,
          scans.flatMap(({ columns }) => columns.headers),
        ) ?? say('unknown-column.help')
      faults.push({
        code: 'unknown-column',
        severity: 'error',
        message: say('unknown-column', { column: header }),
        help,
        at: null,
      })
    }
    for (const scan of scans) {
      if (chosen(scan, header).length < 2) continue
      const message = say('ambiguous-column.kept', { column: header })
      faults.push(inputFault('ambiguous-column', scan.file, message, say('ambiguous-column.help')))
    }
  }
  return faults
}

/** Columns with exactly that header, else those that differ only in case, width or spaces. */
function chosen(scan: FileScan, header: string): readonly Column[] {
  const columns = scan.kept.get(foldName(header)) ?? []
  const exact = columns.filter((column) => column.header.trim() === header.trim())
  return exact.length > 0 ? exact : columns
}
