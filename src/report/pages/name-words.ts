import type { Decimal } from '../../base/decimal.js'
import { languageSpoken, say } from '../../base/say/say.js'
import { countedIn } from '../../engine/sentences.js'
import type { Expression } from '../../lang/expression/expression.js'
import { unitText } from '../../lang/expression/unit.js'
import { factLabel, parameterTitle } from '../../lang/labels.js'
import type { CodeDeclaration, FactDeclaration, Pack, Parameter, Reference } from '../../lang/pack.js'
import { html, type Markup } from '../html/markup.js'
import { grouped } from '../text/numbers.js'

/** Where a name of a pack is explained on its page. */
export type Anchor = `${'fact' | 'member' | 'value' | 'parameter'}-${string}`

export interface Link {
  readonly text: string
  readonly anchor: Anchor
}

export interface Place {
  readonly pack: Pack
  readonly links: Link[]
}

/** Signs of private use stand around the number of a link while the sentence is made. */
const OPEN = '\u{E000}'
const CLOSE = '\u{E001}'
const MARKED = /\u{E000}(\d+)\u{E001}/u

const linked = ({ links }: Place, text: string, anchor: Anchor): string => {
  links.push({ text: text.replace(/[\u{E000}\u{E001}]/gu, ''), anchor })
  return `${OPEN}${links.length - 1}${CLOSE}`
}

export function withLinks(text: string, links: readonly Link[]): Markup {
  const parts = text.split(MARKED)
  return html`${parts.map((part, at) => {
    const link = at % 2 === 1 ? links[Number(part)] : undefined
    return link === undefined ? html`${part}` : html`<a href="#${link.anchor}">${link.text}</a>`
  })}`
}

/** What a code means; where the pack has no title for it in the language, the first spelling in its script. */
export function codeWords({ title, aliases }: CodeDeclaration): string {
  if (languageSpoken() !== 'zh') return title
  return [title, ...aliases].find((each) => /\p{Script=Han}/u.test(each)) ?? title
}

export type Name = Expression & { readonly kind: 'name' | 'member' }

export const isTruthName = ({ pack }: Place, e: Expression): e is Name =>
  (e.kind === 'name' || e.kind === 'member') &&
  declarationOf(pack, pack.tables.references[e.id])?.type === 'yes_no'

/** A yes/no says what it must be; any other name stands alone. */
export function truthOrName(place: Place, e: Name, isYes: boolean): string {
  const name = nameOf(place, e)
  return isTruthName(place, e) ? say(isYes ? 'rules.yes' : 'rules.no', { name }) : name
}

export function nameOf(place: Place, e: Name): string {
  const { pack } = place
  const reference = pack.tables.references[e.id]
  if (reference === undefined) return e.name
  const parameter = reference.kind === 'parameter' ? pack.parameters.get(reference.name) : undefined
  if (parameter !== undefined) return parameterWords(place, parameter)
  const declaration = declarationOf(pack, reference)
  const label = (declaration === undefined ? undefined : factLabel(declaration)) ?? e.name
  return linked(place, label, `${reference.kind === 'derived' ? 'value' : reference.kind}-${reference.name}`)
}

/** A parameter by its title, with the value in force on the day of the pack, or its newest. */
function parameterWords(place: Place, parameter: Parameter): string {
  const title = linked(
    place,
    parameterTitle(place.pack, parameter.name) ?? parameter.name,
    `parameter-${parameter.name}`,
  )
  const value = valueInForce(place.pack, parameter)
  return value === null ? title : say('rules.parameter', { title, value: inUnit(value, parameter) })
}

function valueInForce({ asOf }: Pack, { values }: Parameter): Decimal | null {
  const begun = asOf === null ? values : values.filter(({ from }) => from <= asOf)
  return (begun.at(-1) ?? values.at(-1))?.value ?? null
}

/** `4,000 CNY/person/year` */
export function inUnit(value: Decimal, { unit }: Pick<Parameter, 'unit'>): string {
  return unit.size === 0 ? grouped(value) : countedIn(unitText(unit), grouped(value))
}

export function declarationOf(pack: Pack, reference: Reference | undefined): FactDeclaration | undefined {
  switch (reference?.kind) {
    case 'fact':
      return pack.facts.get(reference.name)
    case 'derived':
      return pack.derived.get(reference.name)?.declaration
    case 'member':
      return pack.memberFacts?.get(reference.name)
    default:
      return undefined
  }
}
