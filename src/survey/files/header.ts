/**
 * The headers of columns from the rows that make up the header. In all but the last row a blank cell below or beside a merged one
 * takes the text to its left; the parts of a column are joined with ` / `, equal ones once.
 */
export function joinHeader(rows: readonly (readonly string[])[], isSparse: boolean): readonly string[] {
  const width = Math.max(...rows.map((row) => (isSparse ? filledWidth(row) : row.length)))
  const [only] = rows
  if (rows.length === 1 && only !== undefined) return withoutMark(only.slice(0, width))
  const levels: string[][] = []
  for (const [level, row] of rows.entries()) {
    const below = rows.slice(level + 1)
    levels.push(below.length === 0 ? padded(row, width) : spread(padded(row, width), levels, below))
  }
  const joined = Array.from({ length: width }, (_, column) => {
    const parts = levels.map((row) => (row[column] ?? '').trim()).filter((part) => part !== '')
    return parts.filter((part, at) => part !== parts[at - 1]).join(' / ')
  })
  return withoutMark(joined)
}

const filledWidth = (row: readonly string[]) => row.findLastIndex((cell) => cell.trim() !== '') + 1

const padded = (row: readonly string[], width: number) =>
  Array.from({ length: width }, (_, column) => row[column] ?? '')

/**
 * A cell spreads to the right over blank ones, as a merged one does: not from a column with nothing below it, which is merged
 * downwards, not to a column with nothing below it, and not past the end of the cell above.
 */
function spread(
  row: readonly string[],
  above: readonly (readonly string[])[],
  below: readonly (readonly string[])[],
): string[] {
  const hasBelow = (column: number) => below.some((each) => (each[column] ?? '').trim() !== '')
  const isUnderSame = (column: number) => above.every((each) => each[column] === each[column - 1])
  const out: string[] = []
  for (const [column, cell] of row.entries()) {
    const takes = cell.trim() === '' && column > 0 && hasBelow(column) && hasBelow(column - 1)
    out.push(takes && isUnderSame(column) ? (out[column - 1] ?? '') : cell)
  }
  return out
}

/** A byte order mark that a browser, Excel or R has read as text. */
const MISREAD_MARK = /^(?:\u00EF\u00BB\u00BF|\u00EF\.\.|\uFEFF)/

export const hasMisreadMark = (header: string): boolean => MISREAD_MARK.test(header)

const withoutMark = (headers: readonly string[]): readonly string[] => {
  const [first] = headers
  return first === undefined || !hasMisreadMark(first)
    ? headers
    : [first.replace(MISREAD_MARK, ''), ...headers.slice(1)]
}

const HASHTAG = /^#[a-z][a-z0-9_]*(?:\s*\+[a-z][a-z0-9_]*)*$/i

/** Whether a row holds the hashtags of the Humanitarian Exchange Language: `#adm1+name` in most of its cells. */
export function isHxlRow(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const tags = filled.filter((cell) => HASHTAG.test(cell))
  return tags.length > 0 && tags.length * 2 > filled.length
}
