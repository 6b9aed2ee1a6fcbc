import { languageSpoken, say } from '../base/say/say.js'
import { BASE_UNITS } from './expression/unit.js'
import { type Criterion, type FactDeclaration, type Pack, VERIFY } from './pack.js'

type Labelled = Pick<Pack, 'labels'>

/** A text of the pack in the language that is spoken; its own where it has no label in it. */
const labelled = ({ labels }: Labelled, path: string, own: string): string =>
  labels.get(path)?.[languageSpoken()] ?? own

export const packTitle = (pack: Labelled & Pick<Pack, 'title'>): string => labelled(pack, 'pack', pack.title)

/** What is judged, in the singular. */
export const recordName = (pack: Labelled & Pick<Pack, 'record'>): string =>
  labelled(pack, 'record', pack.record.name)

/** The same in the plural. */
export const recordNames = (pack: Labelled & Pick<Pack, 'record'>): string =>
  labelled(pack, 'record', pack.record.plural)

/** Both, for a sentence about records. */
export const recordWords = (pack: Labelled & Pick<Pack, 'record'>) => ({
  name: recordName(pack),
  plural: recordNames(pack),
})

export const criterionTitle = (pack: Labelled, { id, title }: Pick<Criterion, 'id' | 'title'>): string =>
  labelled(pack, `criteria.${id}`, title)

/** Why a criterion is unmet, in a few words. */
export const criterionReason = (pack: Labelled, { id, reason }: Pick<Criterion, 'id' | 'reason'>): string =>
  labelled(pack, `criteria.${id}.reason`, reason)

export const pillarTitle = (pack: Labelled, id: string, title: string): string =>
  labelled(pack, `pillars.${id}`, title)

/** What a decision means. */
export const decisionTitle = (pack: Labelled & Pick<Pack, 'decisions'>, decision: string): string =>
  decision === VERIFY
    ? say('decision.verify')
    : labelled(pack, `outcomes.${decision}`, pack.decisions.outcomes.get(decision) ?? decision)

/** A decision in a sentence: its id in English, its label in another language that the pack speaks. */
export function decisionName(pack: Labelled, decision: string): string {
  if (languageSpoken() === 'en') return decision
  return decision === VERIFY ? say('decision.verify') : labelled(pack, `outcomes.${decision}`, decision)
}

export const sourceTitle = (pack: Labelled & Pick<Pack, 'sources'>, id: string): string =>
  labelled(pack, `sources.${id}`, pack.sources.get(id)?.title ?? id)

/** The title of a parameter; `undefined` where there is none of this name. */
export function parameterTitle(pack: Labelled & Pick<Pack, 'parameters'>, name: string): string | undefined {
  const title = pack.parameters.get(name)?.title
  return title === undefined ? undefined : labelled(pack, `parameters.${name}`, title)
}

/** What a check says of a record. */
export const checkMessage = (
  pack: Labelled,
  check: { readonly id: string; readonly message: string },
): string => labelled(pack, `checks.${check.id}`, check.message)

/** A fact or derived value by its label; `undefined` where it has none. */
export const factLabel = ({ labels }: Pick<FactDeclaration, 'labels'>): string | undefined =>
  labels[languageSpoken()] ?? labels.en

/** A unit as a pack writes it, each of its parts in the language that is spoken. */
export const unitName = (unit: string): string =>
  unit.replace(/[^*/]+/g, (part) => {
    const known = UNITS.find((each) => each === part)
    return known === undefined ? part : say(`unit.${known}`)
  })

const UNITS = [...BASE_UNITS, 'ratio'] as const

/** A fact of the record where a sentence names it: its id in English, its label in another language that the pack speaks. */
export const factName = ({ facts, derived }: Pick<Pack, 'facts' | 'derived'>, name: string): string => {
  const labels = (facts.get(name) ?? derived.get(name)?.declaration)?.labels
  return languageSpoken() === 'en' ? name : (labels?.[languageSpoken()] ?? name)
}

/** A criterion at the head of what is said of it: its id, in another language behind its title. */
export const criterionName = (pack: Labelled & Pick<Pack, 'criteria'>, id: string): string => {
  const label = pack.labels.get(`criteria.${id}`)?.[languageSpoken()]
  return languageSpoken() === 'en' || label === undefined ? id : say('criterion.name', { title: label, id })
}
