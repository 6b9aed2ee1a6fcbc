import { say, type Voices } from '../../base/say/say.js'
import {
  checkMessage,
  criterionReason,
  criterionTitle,
  decisionTitle,
  pillarTitle,
  recordNames,
  sourceTitle,
} from '../../lang/labels.js'
import type { Check, Citation, Criterion, DecisionCondition, Pack, TableRow } from '../../lang/pack.js'
import { html, type Markup, NOTHING } from '../html/markup.js'
import { said } from '../html/words.js'
import { factWords, listed } from '../text/words.js'
import { type BlockHeading, type BlockRow, blockSection, code, lines, linkTo, voiced } from './blocks.js'
import { expressionWords } from './expression-words.js'
import { codeWords } from './name-words.js'

/** The criteria by pillar: when each is met, to whom it applies, and where that is written. */
export function criteriaSection(voices: Voices, pack: Pack): Markup {
  const rows = [...pack.pillars].flatMap(([pillar, title]): (BlockRow | BlockHeading)[] => {
    const own = pack.criteria.filter((criterion) => criterion.pillar === pillar)
    if (own.length === 0) return []
    return [
      { heading: () => pillarTitle(pack, pillar, title) },
      ...own.map((each) => criterionRow(voices, pack, each)),
    ]
  })
  const columns = [
    { head: () => say('assess.criterion') },
    { head: () => say('rules.met-if'), isWide: true as const },
    { head: () => say('rules.applies-to') },
    { head: () => say('page.source') },
  ]
  return blockSection(voices, { id: 'criteria', title: () => say('rules.criteria') }, columns, rows)
}

function criterionRow(voices: Voices, pack: Pack, criterion: Criterion): BlockRow {
  const { id, met, appliesIf, since, advisory } = criterion
  const applies = [
    appliesIf === null
      ? said(voices, () => say('rules.applies-all', { records: recordNames(pack) }))
      : voiced(voices, () => expressionWords(pack, appliesIf)),
    ...(since === null ? [] : [said(voices, () => say('rules.since', { day: since }))]),
    ...(advisory ? [said(voices, () => say('rules.advisory'))] : []),
  ]
  const unmet = said(voices, () => say('rules.reason', { reason: criterionReason(pack, criterion) }))
  return {
    id: `criterion-${id}`,
    cells: [
      html`${said(voices, () => criterionTitle(pack, criterion))} ${code(id)}`,
      html`${voiced(voices, () => expressionWords(pack, met))}<div class="note">${unmet}</div>`,
      lines(applies),
      citationMarkup(voices, pack, criterion.citation),
    ],
  }
}

/** The source of a rule or value, with how far it is checked, its words and a note. */
export function citationMarkup(voices: Voices, pack: Pack, citation: Citation | null): Markup {
  if (citation === null) return NOTHING
  const { source, evidence, quote, note } = citation
  return lines([
    voiced(voices, () => linkTo(`source-${source}`, sourceTitle(pack, source))),
    html`<span class="quiet">${said(voices, () => say(`evidence.${evidence}`))}</span>`,
    ...(quote === null ? [] : [html`<q>${quote}</q>`]),
    ...(note === null ? [] : [html`<span class="note">${note}</span>`]),
  ])
}

/** One table of rows for each code of the fact that chooses it: the first row that holds gives the decision. */
export function decisionSections(voices: Voices, pack: Pack): Markup {
  const { by, tables } = pack.decisions
  const fact = by === null ? undefined : pack.facts.get(by)
  const rows = [...tables].flatMap(([of, table]): (BlockRow | BlockHeading)[] => {
    const declared = fact?.codes.find((each) => each.code === of)
    const heading = () =>
      say('rules.table-of', {
        fact: factWords(pack, by ?? ''),
        value: declared === undefined ? of : codeWords(declared),
      })
    return [...(by === null ? [] : [{ heading }]), ...table.map((row) => decisionRow(voices, pack, row))]
  })
  const columns = [
    { head: () => say('rules.when'), isWide: true as const },
    { head: () => say('rules.decision') },
    { head: () => say('page.source') },
  ]
  const outcomes = [...pack.decisions.outcomes.keys()].map((outcome) => ({
    id: `decision-${outcome}`,
    cells: [code(outcome), said(voices, () => decisionTitle(pack, outcome))],
  }))
  return html`${blockSection(
    voices,
    { id: 'outcomes', title: () => say('rules.outcomes'), notes: [() => say('rules.outcomes.note')] },
    [{ head: () => say('rules.decision') }, { head: () => say('rules.means') }],
    outcomes,
  )}${blockSection(
    voices,
    { id: 'decisions', title: () => say('rules.decisions'), notes: [() => say('rules.decisions.note')] },
    columns,
    rows,
  )}`
}

const decisionRow = (voices: Voices, pack: Pack, { when, then, citation }: TableRow): BlockRow => ({
  cells: [
    voiced(voices, () => html`${conditionWords(pack, when)}`),
    html`${linkTo(`decision-${then}`, then)} <span class="quiet">${said(voices, () => decisionTitle(pack, then))}</span>`,
    citationMarkup(voices, pack, citation),
  ],
})

function conditionWords(pack: Pack, when: DecisionCondition): string {
  if (when.kind === 'otherwise') return say('rules.otherwise')
  const titles = when.criteria.map((id) => {
    const criterion = pack.criteria.find((each) => each.id === id)
    return criterion === undefined ? id : criterionTitle(pack, criterion)
  })
  return when.kind === 'any-unmet'
    ? say('rules.any-unmet', { criteria: listed(titles, 'or') })
    : say('rules.all-met', { criteria: listed(titles, 'and') })
}

/** The checks of the data, and what each takes away. */
export function checksSection(voices: Voices, pack: Pack): Markup {
  const columns = [
    { head: () => say('rules.check') },
    { head: () => say('rules.fires-if'), isWide: true as const },
    { head: () => say('rules.takes-away') },
  ]
  const rows = pack.checks.map((check) => ({
    id: `check-${check.id}`,
    cells: [
      html`${said(voices, () => checkMessage(pack, check))} ${code(check.id)}`,
      voiced(voices, () => firesMarkup(pack, check)),
      check.gap.length === 0
        ? said(voices, () => say('rules.warns'))
        : voiced(
            voices,
            () =>
              html`${listed(
                check.gap.map((name) => factWords(pack, name)),
                'and',
              )}`,
          ),
    ],
  }))
  return blockSection(
    voices,
    { id: 'checks', title: () => say('rules.checks'), notes: [() => say('rules.checks.note')] },
    columns,
    rows,
  )
}

const firesMarkup = (pack: Pack, { when, unless }: Check): Markup =>
  unless === null
    ? expressionWords(pack, when)
    : lines([expressionWords(pack, when), html`${say('rules.unless')} ${expressionWords(pack, unless)}`])
