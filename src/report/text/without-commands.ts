import type { Row, Section } from './section.js'

/** The section without texts that GitHub would take for a command at the start of a line. */
export function withoutCommands(section: Section): Section {
  const rows = section.rows.map((row): Row => {
    if (row === 'rule' || 'heading' in row) return row
    return { cells: row.cells.map((each) => ({ ...each, text: inertText(each.text) })) }
  })
  const { narrow } = section
  const own = { ...section, rows, notes: section.notes.map(inertText) }
  return narrow === undefined ? own : { ...own, narrow: withoutCommands(narrow) }
}

/** Texts are wrapped later, so that any word may begin a line. */
const inertText = (text: string) => text.replace(/(^|\s):(?=:)/g, '$1: ').replaceAll('##[', '## [')
