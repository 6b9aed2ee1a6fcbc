import { say } from '../../base/say/say.js'
import type { Json } from '../../base/tree/json-text.js'
import type { MutationResult } from '../../testing/mutation/mutation.js'
import { shownFile } from '../text/shown-file.js'
import { lineOf, missingLines, survivorsOf } from './missing.js'

type Mutant = MutationResult['killed'][number]

/** `91.6%, 11 of 12 faults noticed by some case` */
export const mutationShare = (mutation: MutationResult): string =>
  say('test.mutation-share', {
    percent: mutation.percent,
    noticed: mutation.killed.length,
    all: countedIn(mutation),
  })

/** All mutants that are not equivalent. */
const countedIn = ({ killed, survivors, notShown }: MutationResult): number =>
  killed.length + survivors.length + notShown.length

/** What the cases of a pack notice of faults in it, as lines of text: the share, each survivor with a case to paste, the equivalents. */
export const mutationLines = (mutation: MutationResult): string[] => [
  say('test.mutation-line', { share: mutationShare(mutation) }),
  ...missingLines(survivorsOf(mutation)),
  ...(mutation.equivalent.length === 0 ? [] : ['', say('test.not-counted')]),
  ...equivalentLines(mutation).map((line) => `  ${line}`),
]

/** Where each fault without an effect stands, and what it is. */
export const equivalentLines = ({ equivalent }: MutationResult): string[] =>
  equivalent.map(({ place, words }) => say('test.if', { place: lineOf(place), words }))

/** The same as data: `survivors` with the case to paste; `not_shown` those for which no record was found; `equivalent` apart. */
export const mutationJson = (mutation: MutationResult): Json => {
  const { killed, survivors, notShown, equivalent, percent } = mutation
  const missing = survivorsOf(mutation)
  return {
    percent,
    killed: killed.length,
    of: countedIn(mutation),
    survivors: survivors.map(({ mutant, witness }, index) => ({
      ...mutantJson(mutant),
      message: say('test.at', { place: lineOf(mutant.place), words: missing[index]?.says ?? '' }),
      case: witness,
    })),
    not_shown: notShown.map(mutantJson),
    equivalent: equivalent.map(mutantJson),
  }
}

const mutantJson = ({ id, kind, words, place }: Mutant) => ({
  id,
  kind,
  words,
  at: { file: shownFile(place.file), line: place.line, column: place.column },
})
