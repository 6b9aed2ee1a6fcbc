import { say, type Voices } from '../../base/say/say.js'
import { rangeInWords } from '../../engine/sentences.js'
import { criterionReason, factLabel } from '../../lang/labels.js'
import { type FactDeclaration, type Pack, VERIFY } from '../../lang/pack.js'
import { type Fact, knownText, type Member } from '../../lang/record.js'
import type { TestCase } from '../../testing/cases/test-case.js'
import { html, type Markup } from '../html/markup.js'
import { said } from '../html/words.js'
import { gapWords, parted } from '../text/words.js'
import { blockSection, code, lines, linkTo, voiced } from './blocks.js'
import { codeWords, inUnit } from './name-words.js'

/** The most cases that are shown of a decision. */
const EACH = 3

/** One case of each table before the second of another; of these, those that say why they matter and expect reasons before others. */
function mostTelling(cases: readonly TestCase[]): TestCase[] {
  const seen = new Map<string, number>()
  const ranked = cases.map((each) => {
    const table = each.name.split(': ')[0] ?? ''
    const before = seen.get(table) ?? 0
    seen.set(table, before + 1)
    const lacks = [each.about, each.expect.reasons].filter((said) => said === null).length
    return { each, rank: before * 3 + lacks }
  })
  return ranked.sort((a, b) => a.rank - b.rank).map(({ each }) => each)
}

/** Cases of the suite as examples: the first of each decision, those first that say why they matter. */
export function casesSection(voices: Voices, pack: Pack, cases: readonly TestCase[]): Markup {
  const decisions = [...pack.decisions.outcomes.keys(), VERIFY]
  const shown = decisions.flatMap((decision) => {
    const own = cases.filter(
      ({ expect, parameters }) => expect.decision === decision && parameters.size === 0,
    )
    return mostTelling(own).slice(0, EACH)
  })
  const columns = [
    { head: () => say('rules.case') },
    { head: () => say('rules.case.record'), isWide: true as const },
    { head: () => say('rules.decision') },
  ]
  const rows = shown.map((each) => ({
    cells: [
      lines([
        html`${each.name}`,
        ...(each.about === null ? [] : [html`<span class="note">${each.about}</span>`]),
      ]),
      voiced(voices, () => html`${recordText(pack, each)}`),
      expectedMarkup(voices, pack, each),
    ],
  }))
  const notes = [() => say('rules.cases.note', { shown: shown.length, all: cases.length })]
  return blockSection(voices, { id: 'cases', title: () => say('rules.cases'), notes }, columns, rows)
}

function expectedMarkup(voices: Voices, pack: Pack, { expect }: TestCase): Markup {
  const { decision, reasons } = expect
  const words = (id: string) => {
    const criterion = pack.criteria.find((each) => each.id === id)
    return criterion === undefined ? id : criterionReason(pack, criterion)
  }
  const link =
    decision === null || decision === VERIFY ? code(VERIFY) : linkTo(`decision-${decision}`, decision)
  return lines([
    link,
    ...(reasons ?? []).map(
      (id) => html`<span class="note"><a href="#criterion-${id}">${said(voices, () => words(id))}</a></span>`,
    ),
  ])
}

/** What a case says of its record, without what is assumed or blank. */
function recordText(pack: Pack, { record, asOf }: TestCase): string {
  const columns = new Map([
    ...pack.facts,
    ...[...pack.derived].map(([name, { declaration }]) => [name, declaration] as const),
  ])
  const own = saidOf(columns, record.facts)
  const members = record.members?.kind === 'rows' ? record.members.rows : []
  return parted([
    ...(asOf === null ? [] : [say('rules.case.day', { day: asOf })]),
    ...own,
    ...members.map((member, at) => memberText(pack, member, at + 1)),
  ])
}

const memberText = ({ memberFacts }: Pack, { facts }: Member, row: number): string =>
  say('rules.case.member', { row, facts: saidOf(memberFacts ?? new Map(), facts).join(say('names.item')) })

const saidOf = (
  declarations: ReadonlyMap<string, FactDeclaration>,
  facts: ReadonlyMap<string, Fact>,
): string[] =>
  [...facts].flatMap(([name, fact]) => {
    const declaration = declarations.get(name)
    if (declaration === undefined || declaration.type === 'text') return []
    const isPlain = fact.kind === 'known' ? fact.assumed === true : fact.reason === 'absent'
    if (isPlain) return []
    return [
      say('rules.case.fact', { fact: factLabel(declaration) ?? name, value: valueText(declaration, fact) }),
    ]
  })

function valueText(declaration: FactDeclaration, fact: Fact): string {
  if (fact.kind === 'gap') return fact.range === undefined ? gapWords(fact.reason) : rangeInWords(fact.range)
  const { value } = fact
  if (typeof value === 'boolean') return say(value ? 'value.yes' : 'value.no')
  const known = declaration.codes.find((each) => each.code === value)
  if (known !== undefined) return codeWords(known)
  if (typeof value === 'string') return value
  return declaration.unit === null ? knownText(value) : inUnit(value, { unit: declaration.unit })
}
