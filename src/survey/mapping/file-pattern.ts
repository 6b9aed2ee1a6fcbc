/** The most characters in the name of a sheet. A longer name of a table is cut. */
const LONGEST_SHEET = 31

/**
 * Whether a pattern means the name of a file or sheet (`main.csv`, `sub/main.csv`, `list.xlsx#Sheet1`). `*` stands for any characters.
 * A pattern without `/` means files of any folder, one without a sheet means every sheet. One without a file (`#main`) means a table of
 * that name: a sheet of any workbook, or a file such as `main.csv`.
 */
export function fileMatches(pattern: string, name: string): boolean {
  const [wantedFile, wantedSheet] = partsOf(pattern)
  const [file, sheet] = partsOf(name)
  const own = wantedFile.includes('/') ? file : file.slice(file.lastIndexOf('/') + 1)
  if (wantedFile !== '' && !fits(wantedFile, own)) return false
  if (wantedSheet === null) return true
  if (sheet === null) return wantedFile === '' && fits(wantedSheet, tableName(file))
  return fits(wantedSheet, sheet) || (sheet.length === LONGEST_SHEET && wantedSheet.startsWith(sheet))
}

/** The name of a table by itself: of a sheet, else of a file without its folder and ending. */
export function tableName(name: string): string {
  const [file, sheet] = partsOf(name)
  return sheet ?? file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')
}

function partsOf(text: string): readonly [file: string, sheet: string | null] {
  const name = text.normalize('NFC')
  const mark = name.indexOf('#')
  return mark < 0 ? [name, null] : [name.slice(0, mark), name.slice(mark + 1)]
}

/** Compares part by part, because a regular expression is slow with many `*`. */
function fits(pattern: string, name: string): boolean {
  const [head = '', ...rest] = pattern.split('*')
  const last = rest.pop()
  if (last === undefined) return name === head
  if (!name.startsWith(head)) return false
  let at = head.length
  for (const part of rest) {
    const found = name.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return name.length - last.length >= at && name.endsWith(last)
}
