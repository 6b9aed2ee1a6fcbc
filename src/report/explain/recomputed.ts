import { pageVoices, say } from '../../base/say/say.js'
import { jsonText } from '../../base/tree/json-text.js'
import { packLabel } from '../../lang/pack.js'
import type { ReportContext } from '../context.js'
import { markdownSection } from '../text/markdown.js'
import { packJson } from '../text/run-json.js'
import { cell, flexible, left, type Section } from '../text/section.js'
import { tableLines } from '../text/table.js'
import type { ExplainFormat } from './formats.js'
import type { Difference, Making, Recomputation } from './recomputation.js'

/** A stored record judged again, in each format of an explanation. */
export const RECOMPUTED_FORMATS: Record<
  ExplainFormat,
  (recomputation: Recomputation, context: ReportContext) => string | Promise<string>
> = {
  table: recomputedTable,
  json: recomputedJson,
  markdown: recomputedMarkdown,
  html: recomputedHtml,
}

function recomputedTable(recomputation: Recomputation, { tpa, width, paint }: ReportContext): string {
  const lines = sectionsOf(recomputation).flatMap((each) => tableLines(each, width, paint))
  const versions = versionsSentence(recomputation, tpa)
  return `${[sentenceOf(recomputation), ...(versions === null ? [] : [versions]), ...lines].join('\n')}\n`
}

function recomputedMarkdown(recomputation: Recomputation, { tpa }: ReportContext): string {
  const sections = sectionsOf(recomputation).map(markdownSection)
  const versions = versionsSentence(recomputation, tpa)
  const parts = [`**${sentenceOf(recomputation)}**`, ...(versions === null ? [] : [versions]), ...sections]
  return `${parts.join('\n\n')}\n`
}

/** What a page takes is loaded when one is asked for. */
async function recomputedHtml(recomputation: Recomputation, { tpa }: ReportContext): Promise<string> {
  const [{ pageMarkup }, { sectionsMarkup }, { aboutPack, aboutProgram }, voices] = await Promise.all([
    import('../html/page.js'),
    import('../html/table.js'),
    import('../html/about.js'),
    pageVoices(),
  ])
  const { pack, id } = recomputation
  const head = {
    title: () => say('page.explain', { id }),
    headline: () => {
      const versions = versionsSentence(recomputation, tpa)
      return [sentenceOf(recomputation), ...(versions === null ? [] : [versions])]
    },
    about: [aboutPack(pack), aboutProgram(tpa)],
    ledgers: null,
  }
  return pageMarkup(
    voices,
    head,
    sectionsMarkup(voices, () => sectionsOf(recomputation)),
  )
}

const RECOMPUTE_SCHEMA = 'tpa/recompute@1'

function recomputedJson({ pack, id, differences, storedBy }: Recomputation, { tpa }: ReportContext): string {
  const json = {
    schema: RECOMPUTE_SCHEMA,
    tpa,
    pack: packJson(pack),
    [pack.record.id]: id,
    same: differences.length === 0,
    stored_by: storedBy && { ...storedBy },
    differences: differences.map(({ member, stored, now }) => ({ member, stored, now })),
  }
  return `${jsonText(json)}\n`
}

/** `DY-0007: the same under cn-2020@1.0.0`, or how many members differ. */
function sentenceOf({ pack, id, differences }: Recomputation): string {
  const count = differences.length
  const said = { id, pack: packLabel(pack) }
  return count === 0 ? say('recompute.same', said) : say('recompute.differs', { ...said, count })
}

/** What another version of tpa or of the pack has changed: both versions, and how far it goes; `null` where nothing differs or nobody says. */
function versionsSentence({ pack, differences, storedBy }: Recomputation, now: string): string | null {
  if (storedBy === null || differences.length === 0) return null
  const then = storedBy.pack
  const isSamePack = then.version === pack.version && then.hash === pack.hash
  if (storedBy.tpa === now && isSamePack) return null
  const hashes = then.version === pack.version && !isSamePack
  const label = (of: Making['pack']) => `${of.id}@${of.version}${hashes ? ` (${of.hash.slice(0, 8)})` : ''}`
  const extent = `recompute.${extentOf(differences)}` as const
  return say(extent, { tpa: storedBy.tpa, pack: label(then), now, other: label(pack) })
}

function extentOf(differences: readonly Difference[]): 'decision' | 'reasons' | 'others' {
  const differs = (name: string) => differences.some(({ member }) => member === name)
  if (differs('decision')) return 'decision'
  return differs('reasons') ? 'reasons' : 'others'
}

/** A table of what differs, if anything does. */
function sectionsOf({ differences }: Recomputation): Section[] {
  if (differences.length === 0) return []
  const rows = differences.map(({ member, stored, now }) => ({
    cells: [cell(memberWords(member)), cell(stored ?? '–'), cell(now ?? '–')],
  }))
  return [
    {
      title: say('recompute.what'),
      columns: [left(say('recompute.member')), left(say('recompute.stored')), flexible(say('recompute.now'))],
      rows,
      notes: [],
    },
  ]
}

/** A member as it is shown: `verdict of income` for that of a finding. */
const memberWords = (member: string): string => {
  const [, criterion] = /^verdict of (.+)$/.exec(member) ?? []
  return criterion === undefined ? member : say('recompute.verdict', { criterion })
}
