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

interface Spoken {
  readonly language: Language
  readonly catalogue: Catalogue
  /** Sentences that were said, cut at their places once: a run may say one of them for each row. */
  readonly cut: Map<SentenceId, readonly (string | undefined)[]>
}

const speaking = (language: Language, catalogue: Catalogue): Spoken => ({
  language,
  catalogue,
  cut: new Map(),
})

let spoken = speaking('en', EN)

/** Chooses the language of all that is said from here on; a process chooses once, before it says anything. */
export async function speak(language: Language): Promise<void> {
  spoken = speaking(language, await catalogueOf(language))
}

const catalogueOf = async (language: Language): Promise<Catalogue> =>
  language === 'en' ? EN : (await import('./zh/catalogue.js')).ZH

/** What is made in each language but the one that is spoken, which is spoken again afterwards. */
export async function inOtherLanguages<Made>(make: () => Made): Promise<Made[]> {
  const own = spoken
  const made: Made[] = []
  try {
    for (const language of LANGUAGES) {
      if (language === own.language) continue
      await speak(language)
      made.push(make())
    }
  } finally {
    spoken = own
  }
  return made
}

/** The languages of pages, side by side: all of them, whatever the environment says, unless one was asked for. */
let onPages: readonly Language[] = LANGUAGES

export function choosePageLanguages(languages: readonly Language[]): void {
  onPages = languages
}

/** What is made in one language. */
export interface Voiced<Made> {
  readonly language: Language
  readonly made: Made
}

/** Makes something in each language of pages. */
export type Voices = <Made>(make: () => Made) => readonly Voiced<Made>[]

/** Loads the languages of pages, so that a page can be written without waiting. */
export async function pageVoices(): Promise<Voices> {
  const voices: Spoken[] = []
  for (const language of onPages) voices.push(speaking(language, await catalogueOf(language)))
  return (make) => {
    const own = spoken
    try {
      return voices.map((each) => {
        spoken = each
        return { language: each.language, made: make() }
      })
    } finally {
      spoken = own
    }
  }
}

export const languageSpoken = (): Language => spoken.language

/** A sentence of the catalogue in the language that was chosen, with its places filled. */
export const say = <Id extends SentenceId>(id: Id, ...places: Places<Id>): string =>
  filled(partsOf(spoken, id), ...places)

/** How to say again what was said in English before a language was chosen. */
const english = new Map<string, () => string>()

/** A sentence in English, for what a schema says of itself. */
export function inEnglish<Id extends SentenceId>(id: Id, ...places: Places<Id>): string {
  const text = filled(EN[id].split(PLACE), ...places)
  english.set(text, () => say(id, ...places))
  return text
}

/** What was said in English, in the language that was chosen. */
export const sayAgain = (text: string): string => english.get(text)?.() ?? text

function filled(
  parts: readonly (string | undefined)[],
  places?: Readonly<Record<string, string | number>>,
): string {
  const given: Readonly<Record<string, string | number>> = places ?? {}
  let text = parts[0] ?? ''
  for (let at = 1; at < parts.length; at += PARTS) {
    const value = given[parts[at] ?? ''] ?? ''
    const one = parts[at + 1]
    text += one === undefined ? value : String(value) === '1' ? one : (parts[at + 2] ?? '')
    text += parts[at + 3] ?? ''
  }
  return text
}

/** What stands before the first place; then of each place its name, its two words, and what stands behind it. */
function partsOf({ catalogue, cut }: Spoken, id: SentenceId): readonly (string | undefined)[] {
  const known = cut.get(id)
  if (known !== undefined) return known
  const parts = catalogue[id].split(PLACE)
  cut.set(id, parts)
  return parts
}

const PARTS = 4

/** A place of a sentence; a word that goes by a number stands beside the number itself. */
export const PLACE = /\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g
