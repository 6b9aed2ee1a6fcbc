import type { Row, Section } from './section.js'

/** The section without text that a CI runner would take for a command where a line begins with it. */
export function withoutCommands(section: Section): Section {
  const rows = section.rows.map((row): Row => {
    if (row === 'rule' || 'heading' in row) return row
    return { cells: row.cells.map((each) => ({ ...each, text: inertText(each.text) })) }
  })
  const { narrow } = section
  const own = { ...section, rows, notes: section.notes.map(inertText) }
  return narrow === undefined ? own : { ...own, narrow: withoutCommands(narrow) }
}

/** Any word may come to begin a line. */
const inertText = (text: string) => text.replace(/(^|\s):(?=:)/g, '$1: ').replaceAll('##[', '## [')
