import { printable } from '../../base/inert-text.js'
import type { Row, Section } from './section.js'

export function markdownSection(section: Section): string {
  const shown = section.columns.flatMap(({ drawing }, index) => (drawing ? [] : [index]))
  const heads = shown.map((index) => escaped(section.columns[index]?.head ?? ''))
  const aligns = shown.map((index) => (section.columns[index]?.align === 'right' ? '--:' : ':--'))
  const rows = section.rows.map((row) => markdownRow(row, shown)).filter((row) => row !== null)
  const notes = section.notes.map((note) => `\n${escaped(note)}`)
  return [`## ${escaped(section.title)}`, '', tableRow(heads), tableRow(aligns), ...rows, ...notes].join('\n')
}

function markdownRow(row: Row, shown: readonly number[]): string | null {
  if (row === 'rule') return null
  if ('heading' in row) return tableRow([`**${escaped(row.heading)}**`, ...shown.slice(1).map(() => '')])
  const cells = shown.map((index) => row.cells[index])
  return tableRow(
    cells.map((each) => (each?.tone === 'strong' ? `**${escaped(each.text)}**` : escaped(each?.text ?? ''))),
  )
}

const tableRow = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** Escapes what Markdown or HTML would take for mark-up; an underscore inside a word needs no escape. */
export const escaped = (text: string): string =>
  printable(text)
    .replace(/[\\`*[\]|~]|(?<!\w)_|_(?!\w)/g, (character) => `\\${character}`)
    .replaceAll('<', '&lt;')
