import { jsonText } from '../../base/tree/json-text.js'
import { packLabel } from '../../lang/pack.js'
import type { ReportContext } from '../context.js'
import { markdownSection } from '../text/markdown.js'
import { packJson } from '../text/run-json.js'
import { cell, flexible, left, type Section } from '../text/section.js'
import { tableLines } from '../text/table.js'
import type { ExplainFormat } from './formats.js'
import type { Recomputation } from './recomputation.js'

/** A stored record judged again, in each format of an explanation. */
export const RECOMPUTED_FORMATS: Record<
  ExplainFormat,
  (recomputation: Recomputation, context: ReportContext) => string
> = {
  table: recomputedTable,
  json: recomputedJson,
  markdown: recomputedMarkdown,
}

function recomputedTable(recomputation: Recomputation, { width, paint }: ReportContext): string {
  const lines = sectionsOf(recomputation).flatMap((each) => tableLines(each, width, paint))
  return `${[sentenceOf(recomputation), ...lines].join('\n')}\n`
}

function recomputedMarkdown(recomputation: Recomputation): string {
  const sections = sectionsOf(recomputation).map(markdownSection)
  return `${[`**${sentenceOf(recomputation)}**`, ...sections].join('\n\n')}\n`
}

const RECOMPUTE_SCHEMA = 'tpa/recompute@1'

function recomputedJson({ pack, id, differences }: Recomputation, { tpa }: ReportContext): string {
  const json = {
    schema: RECOMPUTE_SCHEMA,
    tpa,
    pack: packJson(pack),
    [pack.record.id]: id,
    same: differences.length === 0,
    differences: differences.map(({ member, stored, now }) => ({ member, stored, now })),
  }
  return `${jsonText(json)}\n`
}

/** `DY-0007: the same under cn-2020@1.0.0`, or how many members differ. */
function sentenceOf({ pack, id, differences }: Recomputation): string {
  const count = differences.length
  const what = count === 0 ? 'the same' : `${count} ${count === 1 ? 'member differs' : 'members differ'}`
  return `${id}: ${what}, recomputed from its own facts under ${packLabel(pack)}`
}

/** A table of what differs, if anything does. */
function sectionsOf({ differences }: Recomputation): Section[] {
  if (differences.length === 0) return []
  const rows = differences.map(({ member, stored, now }) => ({
    cells: [cell(member), cell(stored ?? '–'), cell(now ?? '–')],
  }))
  return [
    {
      title: 'What differs',
      columns: [left('member'), left('stored'), flexible('now')],
      rows,
      notes: [],
    },
  ]
}
