import { say, type Voices } from '../../base/say/say.js'
import { packTitle, recordNames } from '../../lang/labels.js'
import { type Pack, packLabel } from '../../lang/pack.js'
import type { TestCase } from '../../testing/cases/test-case.js'
import type { Change } from '../../testing/changes/change.js'
import { aboutProgram } from '../html/about.js'
import { html, type Markup, NOTHING } from '../html/markup.js'
import { type About, type PageHead, pageMarkup } from '../html/page.js'
import { said } from '../html/words.js'
import { blockSection, code } from './blocks.js'
import { casesSection } from './cases.js'
import {
  derivedSection,
  factsSections,
  outputsSection,
  parametersSection,
  sourcesSection,
} from './quantities.js'
import { checksSection, criteriaSection, decisionSections } from './rules.js'

/** A pack with what stands beside it. */
export interface PageOfPack {
  readonly pack: Pack
  /** What it changes in the pack that it extends, said in each language; `null` where it extends none, or one that does not load. */
  readonly changes: (() => readonly Change[]) | null
  /** The page of that pack; `null` where there is none. */
  readonly parentPage: string | null
  readonly cases: readonly TestCase[]
  readonly tpa: string
}

/** A pack in words: every rule, number, fact and source, each at a place that links lead to. */
export function packPage({ pack, changes, parentPage, cases, tpa }: PageOfPack, voices: Voices): string {
  const head: PageHead = {
    title: () => packTitle(pack),
    headline: () => headline(pack),
    about: [
      aboutRules(pack),
      ...(pack.extends === null ? [] : [aboutParent(pack.extends)]),
      aboutProgram(tpa),
    ],
    ledgers: null,
  }
  return pageMarkup(voices, head, [
    contents(voices, pack),
    criteriaSection(voices, pack),
    decisionSections(voices, pack),
    parametersSection(voices, pack),
    derivedSection(voices, pack),
    changesSection(voices, pack, changes, parentPage),
    casesSection(voices, pack, cases),
    factsSections(voices, pack),
    checksSection(voices, pack),
    outputsSection(voices, pack),
    sourcesSection(voices, pack),
  ])
}

function headline(pack: Pack): string[] {
  const judged = say('rules.headline', {
    pack: packLabel(pack),
    records: recordNames(pack),
    criteria: pack.criteria.length,
    decisions: pack.decisions.outcomes.size,
  })
  return [
    judged,
    ...(pack.asOf === null ? [] : [say('rules.as-of', { day: pack.asOf })]),
    say('rules.unknown'),
  ]
}

const aboutRules = (pack: Pack): About => ({
  name: () => say('page.pack'),
  values: [{ text: () => packLabel(pack), hash: pack.hash }],
})

const aboutParent = (parent: string): About => ({
  name: () => say('rules.extends'),
  values: [{ text: () => parent }],
})

/** Links to the sections that the page has. */
function contents(voices: Voices, pack: Pack): Markup {
  const sections = [
    ['criteria', 'rules.criteria', pack.criteria.length],
    ['decisions', 'rules.decisions', pack.decisions.tables.size],
    ['parameters', 'rules.parameters', pack.parameters.size],
    ['values', 'rules.values', pack.derived.size],
    ['facts', 'rules.facts', pack.facts.size],
    ['checks', 'rules.checks', pack.checks.length],
    ['sources', 'rules.sources', pack.sources.size],
  ] as const
  const links = sections.flatMap(([id, title, count]) =>
    count === 0 ? [] : [html`<li><a href="#${id}">${said(voices, () => say(title))}</a></li>\n`],
  )
  return html`<nav aria-label="${voices(() => say('rules.contents'))
    .map(({ made }) => made)
    .join(' / ')}"><ul>
${links}</ul></nav>
`
}

function changesSection(
  voices: Voices,
  pack: Pack,
  changes: PageOfPack['changes'],
  parentPage: string | null,
): Markup {
  if (changes === null || pack.extends === null) return NOTHING
  const said = voices(changes)
  const rows = (said[0]?.made ?? []).map((change, at) => ({
    cells: [
      code(change.id),
      html`${said
        .map(({ made }) => made[at]?.words ?? change.words)
        .filter(isFirst)
        .map((words) => html`<div>${words}</div>`)}`,
    ],
  }))
  const parent = pack.extends
  const table = blockSection(
    voices,
    { id: 'changes', title: () => say('rules.changes', { parent }) },
    [{ head: () => say('rules.what') }, { head: () => say('rules.change') }],
    rows,
  )
  return parentPage === null ? table : html`${table}<p><a href="${parentPage}">${parent}</a></p>\n`
}

const isFirst = (text: string, at: number, all: readonly string[]): boolean => all.indexOf(text) === at
