import { printable } from '../../base/inert-text.js'
import { ledgerCode } from '../text/ledger.js'
import { escaped } from '../text/markdown.js'
import type { Tone } from '../text/section.js'
import type { DiffContext } from './context.js'
import { type DiffSection, diffSections } from './sections.js'
import type { DiffSummary } from './summary.js'
import { diffHeadline } from './words.js'

/** The comparison as a comment on a pull request. Of households it shows ids, places and decisions, and no other answers. */
export function diffMarkdown(context: DiffContext, summary: DiffSummary): string {
  const [first = '', ...others] = diffHeadline(context, summary, code)
  const sections = diffSections(context.new.pack, summary, code).map(markdownOf)
  const parts = [`**${first}**`, others.join('\n'), ...sections, ledgerCode({ ...summary, assumed: [] })]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function markdownOf({ section, coded }: DiffSection): string {
  const { columns, rows, title, notes } = section
  const cells = rows.flatMap((row) =>
    row === 'rule' || 'heading' in row
      ? []
      : [
          row.cells.map(({ text, tone }, index) =>
            coded.includes(index) ? code(text) : weighed(text, tone),
          ),
        ],
  )
  const aligns = columns.map(({ align }) => (align === 'right' ? '--:' : ':--'))
  const lines = [columns.map(({ head }) => quieted(head)), aligns, ...cells].map(tableRow)
  return [`## ${quieted(title)}`, '', ...lines, ...notes.map((note) => `\n${note}`)].join('\n')
}

const weighed = (text: string, tone: Tone) => (tone === 'strong' && text !== '' ? `**${text}**` : text)

const tableRow = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** Text as code, so that no name calls a person, no number links an issue and nothing is mark-up. A bar is escaped, because it would end a cell. */
function code(text: string): string {
  const shown = printable(text).trim()
  if (shown === '') return ''
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = longest > 0 ? ' ' : ''
  return `${fence}${pad}${shown.replaceAll('|', '\\|')}${pad}${fence}`
}

/** A sentence in which no name calls a person and no number links an issue. */
const quieted = (text: string) => escaped(text).replace(/([@#])(?=\w)/g, '$1&#8203;')
