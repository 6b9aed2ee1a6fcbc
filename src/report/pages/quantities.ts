import { digits } from '../../base/decimal.js'
import type { Range } from '../../base/range.js'
import { say, type Voices } from '../../base/say/say.js'
import { unitText } from '../../lang/expression/unit.js'
import { factLabel, parameterTitle, sourceTitle, unitName } from '../../lang/labels.js'
import type {
  CitedSource,
  Derived,
  DerivedSource,
  FactDeclaration,
  OutputDeclaration,
  Pack,
} from '../../lang/pack.js'
import { knownText } from '../../lang/record.js'
import { html, type Markup, NOTHING } from '../html/markup.js'
import { said } from '../html/words.js'
import { grouped } from '../text/numbers.js'
import { blockSection, code, commaList, dayMarkup, lines, voiced } from './blocks.js'
import { expressionWords } from './expression-words.js'
import { codeWords } from './name-words.js'
import { citationMarkup } from './rules.js'

/** Every parameter with its dated values. */
export function parametersSection(voices: Voices, pack: Pack): Markup {
  const rows = [...pack.parameters.values()].flatMap((parameter) =>
    parameter.values.map(({ from, to, value, citation }, at) => ({
      ...(at === 0 ? { id: `parameter-${parameter.name}` } : {}),
      cells: [
        at === 0
          ? html`${said(voices, () => parameterTitle(pack, parameter.name) ?? parameter.name)} ${code(parameter.name)}`
          : html`<span class="quiet">${said(voices, () => say('rules.same'))}</span>`,
        html`${grouped(value)}`,
        said(voices, () => unitWords(parameter.unit)),
        to === null ? dayMarkup(from) : said(voices, () => say('rules.from-to', { from, to })),
        citationMarkup(voices, pack, citation),
      ],
    })),
  )
  const columns = [
    { head: () => say('rules.parameter.head') },
    { head: () => say('rules.value'), isNumber: true as const },
    { head: () => say('rules.unit') },
    { head: () => say('rules.in-force') },
    { head: () => say('page.source') },
  ]
  return blockSection(voices, { id: 'parameters', title: () => say('rules.parameters') }, columns, rows)
}

const unitWords = (unit: FactDeclaration['unit']): string =>
  unit === null || unit.size === 0 ? '' : unitName(unitText(unit))

/** How values are worked out: the first way for which all is there. */
export function derivedSection(voices: Voices, pack: Pack): Markup {
  const rows = [...pack.derived.values()].map((derived) => ({
    id: `value-${derived.name}`,
    cells: [
      nameMarkup(voices, derived.declaration),
      lines(waysOf(voices, pack, derived)),
      kindMarkup(voices, derived.declaration),
    ],
  }))
  const columns = [
    { head: () => say('rules.worked-out') },
    { head: () => say('rules.ways'), isWide: true as const },
    { head: () => say('rules.kind') },
  ]
  return blockSection(
    voices,
    { id: 'values', title: () => say('rules.values'), notes: [() => say('rules.values.note')] },
    columns,
    rows,
  )
}

const waysOf = (voices: Voices, pack: Pack, { sources }: Derived): Markup[] =>
  sources.map((source) => voiced(voices, () => wayMarkup(pack, source)))

function wayMarkup(pack: Pack, source: DerivedSource): Markup {
  switch (source.kind) {
    case 'given':
      return html`${say('rules.given')}`
    case 'expression':
      return expressionWords(pack, source.expression)
    case 'rounded':
      return html`${expressionWords(pack, source.of)} ${say('rules.within')} ${expressionWords(pack, source.within)}`
  }
}

/** What is asked of a record, and of each of its members. */
export function factsSections(voices: Voices, pack: Pack): Markup {
  const columns = [
    { head: () => say('rules.fact') },
    { head: () => say('rules.kind') },
    { head: () => say('rules.answers') },
    { head: () => say('rules.other-names') },
  ]
  const rowsOf = (facts: Iterable<FactDeclaration>, kind: 'fact' | 'member') =>
    [...facts].map((fact) => ({
      id: `${kind}-${fact.name}`,
      cells: [
        nameMarkup(voices, fact),
        kindMarkup(voices, fact),
        answersMarkup(voices, fact),
        html`${fact.aliases.join(', ')}`,
      ],
    }))
  const own = { id: 'facts', title: () => say('rules.facts'), notes: [() => say('rules.facts.note')] }
  const members = { id: 'member-facts', title: () => say('rules.member-facts') }
  return html`${blockSection(voices, own, columns, rowsOf(pack.facts.values(), 'fact'))}${blockSection(
    voices,
    members,
    columns,
    rowsOf(pack.memberFacts?.values() ?? [], 'member'),
  )}`
}

const nameMarkup = (voices: Voices, fact: FactDeclaration): Markup =>
  html`${said(voices, () => factLabel(fact) ?? fact.name)} ${code(fact.name)}`

const kindMarkup = (voices: Voices, { type, unit, personal }: FactDeclaration): Markup =>
  lines([
    said(voices, () => say(`rules.type.${type}`)),
    ...(unit === null || unit.size === 0 ? [] : [said(voices, () => unitWords(unit))]),
    ...(personal ? [said(voices, () => say('rules.personal'))] : []),
  ])

function answersMarkup(voices: Voices, fact: FactDeclaration): Markup {
  const { codes, range, days, assume } = fact
  const within =
    rangeText(range) ??
    (days.from === null && days.to === null ? null : `${days.from ?? ''}…${days.to ?? ''}`)
  return lines([
    ...codes.map((each) => html`${code(each.code)} ${said(voices, () => codeWords(each))}`),
    ...(within === null ? [] : [html`${within}`]),
    ...(assume === null ? [] : [said(voices, () => say('rules.assumed', { value: knownText(assume) }))]),
  ])
}

const rangeText = ({ lo, hi }: Range): string | null =>
  lo === null && hi === null ? null : `${lo === null ? '' : digits(lo)}…${hi === null ? '' : digits(hi)}`

/** The figures that results bring beside decisions. */
export function outputsSection(voices: Voices, pack: Pack): Markup {
  const columns = [
    { head: () => say('rules.figure') },
    { head: () => say('rules.ways'), isWide: true as const },
    { head: () => say('rules.unit') },
  ]
  const rows = pack.outputs.map((output) => ({
    cells: [
      code(output.name),
      voiced(voices, () => outputMarkup(pack, output)),
      said(voices, () => unitWords(output.unit)),
    ],
  }))
  return blockSection(voices, { id: 'outputs', title: () => say('rules.outputs') }, columns, rows)
}

const outputMarkup = (pack: Pack, { of, per }: OutputDeclaration): Markup =>
  per === null
    ? expressionWords(pack, of)
    : html`${expressionWords(pack, of)} ÷ ${expressionWords(pack, per)}`

/** The texts that the rules come from. */
export function sourcesSection(voices: Voices, pack: Pack): Markup {
  const columns = [
    { head: () => say('page.source') },
    { head: () => say('rules.publisher') },
    { head: () => say('rules.date') },
  ]
  const rows = [...pack.sources.values()].map((source) => ({
    id: `source-${source.id}`,
    cells: [sourceMarkup(voices, pack, source), html`${source.publisher ?? ''}`, dateMarkup(voices, source)],
  }))
  return blockSection(voices, { id: 'sources', title: () => say('rules.sources') }, columns, rows)
}

function sourceMarkup(voices: Voices, pack: Pack, { id, url }: CitedSource): Markup {
  const title = said(voices, () => sourceTitle(pack, id))
  const address = url !== null && /^https?:\/\//i.test(url) ? html` <a href="${url}">${url}</a>` : NOTHING
  return html`${title} ${code(id)}${address}`
}

const dateMarkup = (voices: Voices, { date, checked }: CitedSource): Markup =>
  commaList([
    ...(date === null ? [] : [dayMarkup(date)]),
    ...(checked === null ? [] : [said(voices, () => say('rules.checked', { day: checked }))]),
  ])
