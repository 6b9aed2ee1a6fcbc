import { say, type Voices } from '../../base/say/say.js'
import { criterionTitle } from '../../lang/labels.js'
import type { ReportContext } from '../context.js'
import { aboutPack, aboutProgram } from '../html/about.js'
import { pageMarkup } from '../html/page.js'
import { sectionsMarkup } from '../html/table.js'
import { cell, criterionCell, left, type Section } from '../text/section.js'
import { parted } from '../text/words.js'
import {
  circumstances,
  decisionSentence,
  type Explanation,
  missingLines,
  reasonLine,
  settlerLine,
  sourceLine,
  VERDICT_MARKS,
  verdictWords,
} from './explanation.js'

/** One record explained on a page that a person can be handed. */
export function explainHtml(
  explanation: Explanation,
  { tpa, rulesPage = null }: ReportContext,
  voices: Voices,
): string {
  const { pack, each } = explanation
  const { assessment } = each
  const head = {
    title: () => say('page.explain', { id: assessment.record.id }),
    headline: () => [decisionSentence(pack, assessment), circumstances(pack, assessment)],
    about: [aboutPack(pack), aboutProgram(tpa)],
    ledgers: null,
  }
  return pageMarkup(
    voices,
    head,
    sectionsMarkup(voices, () => sectionsOf(explanation), new Map(), rulesPage),
  )
}

function sectionsOf({ pack, each, settlers }: Explanation): Section[] {
  const { assessment } = each
  const settling = settlers.map((settler) => settlerLine(pack, settler))
  return [
    findingSection({ pack, each }),
    ...listSection(say('explain.what-missing'), missingLines(pack, assessment)),
    ...listSection(say('explain.what-settles'), settling),
  ]
}

function findingSection({ pack, each }: Pick<Explanation, 'pack' | 'each'>): Section {
  const { file } = each.assessment.record
  const titles = new Map(pack.criteria.map((criterion) => [criterion.id, criterionTitle(pack, criterion)]))
  return {
    title: say('explain.findings'),
    columns: [
      left(say('assess.criterion')),
      left(say('page.verdict')),
      left(say('page.because')),
      left(say('page.source')),
    ],
    rows: each.findings().map(({ criterion, verdict, because, source }) => ({
      cells: [
        criterionCell(criterion, titles.get(criterion) ?? criterion),
        cell(`${VERDICT_MARKS[verdict]} ${verdictWords(verdict)}`, verdict === 'unmet' ? 'bad' : 'plain'),
        cell(parted(because.map((reason) => reasonLine(pack, reason, file)))),
        cell(sourceLine(source), 'quiet'),
      ],
    })),
    notes: [],
  }
}

const listSection = (title: string, lines: readonly string[]): Section[] =>
  lines.length === 0
    ? []
    : [{ title, columns: [left(title)], rows: lines.map((each) => ({ cells: [cell(each)] })), notes: [] }]
