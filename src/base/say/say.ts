import { type Catalogue, EN } from './en/catalogue.js'

/** The languages in which tpa speaks to people. */
export const LANGUAGES = ['en', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]

type English = typeof EN

type PlacesOf<Text extends string> = Text extends `${string}{${infer Place}}${infer Rest}`
  ? NameOf<Place> | PlacesOf<Rest>
  : never
type NameOf<Place extends string> = Place extends `${infer Name}|${string}` ? Name : Place
export type SentenceId = keyof English
type Places<Id extends SentenceId> = [PlacesOf<English[Id]>] extends [never]
  ? []
  : [places: Readonly<Record<PlacesOf<English[Id]>, string | number>>]

/** A sentence without places. */
export type PlainSentence = {
  [Id in SentenceId]: [PlacesOf<English[Id]>] extends [never] ? Id : never
}[SentenceId]

let spoken: { readonly language: Language; readonly catalogue: Catalogue } = { language: 'en', catalogue: EN }

/** Chooses the language of all that is said from here on; a process chooses once, before it says anything. */
export async function speak(language: Language): Promise<void> {
  const catalogue = language === 'en' ? EN : (await import('./zh/catalogue.js')).ZH
  spoken = { language, catalogue }
}

export const languageSpoken = (): Language => spoken.language

/** A sentence of the catalogue in the language that was chosen, with its places filled. */
export function say<Id extends SentenceId>(id: Id, ...[places]: Places<Id>): string {
  const given: Readonly<Record<string, string | number>> = places ?? {}
  return spoken.catalogue[id].replace(PLACE, (_, name: string, one?: string, many?: string) => {
    const value = given[name] ?? ''
    return one === undefined ? String(value) : String(value) === '1' ? one : (many ?? '')
  })
}

/** A place of a sentence; a word that goes by a number stands beside the number itself. */
export const PLACE = /\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g
