/** Cells that need no guard have none of these. */
const DOUBTFUL = /^['\s=+\-@＝＋－＠]|::|##/

/** What makes a spreadsheet run a cell, some of them also behind a tab; and GitHub a line. */
const FORMULA = /^['\s]*[\t\r=+\-@＝＋－＠]/
const COMMAND = /^(?:'|[^\S\n\r])*::/

/** A number, as it is written anywhere; a telephone number with its country; a sign alone, such as the name of stdin. */
const NUMBER = /^\s*[+-]?(?:\d[\d,]*(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?%?\s*$/i
const TELEPHONE = /^\s*\+\d(?:[ ()-]{0,2}\d){6,14}\s*$/
const SIGN = /^\s*[=+\-@＝＋－＠]\s*$/
const HARMLESS = [NUMBER, TELEPHONE, SIGN]

/**
 * A cell from outside, so that no spreadsheet runs it as a formula and no CI system finds a command in it, and so that `unguarded` gives it
 * back: one `'` comes before it if it begins like a formula, before each line that begins with `::`, and between `##` and `[`. Where `'`
 * is there already, there is one more. Numbers, telephone numbers and single signs stay.
 */
export function guarded(cell: string): string {
  if (!DOUBTFUL.test(cell)) return cell
  const inside = cell.replace(/(^|[\n\r])(?=(?:'|[^\S\n\r])*::)/g, "$1'").replace(/##(?='*\w*\[)/g, "##'")
  const first = cell.trimStart()
  if (COMMAND.test(first)) return inside
  const isFormula = FORMULA.test(cell) && !HARMLESS.some((form) => form.test(cell))
  return isFormula || isMarked(first) ? `'${inside}` : inside
}

/**
 * The cell without what keeps spreadsheets from running or changing it: the one `'` at each place where `guarded` puts it, the `'` before any
 * other text, or `="0012"` around it.
 */
export function unguarded(cell: string): string {
  const [, text] = cell.includes('="') ? (FORMULA_TEXT.exec(cell) ?? []) : []
  if (text !== undefined) return text.replaceAll('""', '"')
  if (!cell.includes("'")) return cell
  const first = cell.trimStart()
  const isLine = /[\n\r]$/.test(cell.slice(0, cell.length - first.length)) && COMMAND.test(first)
  const inside = cell.replace(/([\n\r])'(?=(?:'|[^\S\n\r])*::)/g, '$1').replace(/##'(?='*\w*\[)/g, '##')
  return isMarked(first) && !isLine ? inside.replace("'", '') : inside
}

const FORMULA_TEXT = /^\s*="(.*)"\s*$/s

/** True if the `'` before a text marks it as text. In `'like this'` a second `'` ends the text: they are quotes. */
const isMarked = (first: string): boolean =>
  first.startsWith("'") &&
  (!first.trimEnd().endsWith("'") || /^['\s]*$/.test(first) || FORMULA.test(first) || COMMAND.test(first))
