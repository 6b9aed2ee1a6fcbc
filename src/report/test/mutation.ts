import type { Json } from '../../base/tree/json-text.js'
import type { MutationResult } from '../../testing/mutation/mutation.js'
import { shownFile } from '../text/shown-file.js'
import { lineOf, missingLines, survivorsOf } from './missing.js'

type Mutant = MutationResult['killed'][number]

/** `91.6%, 11 of 12 faults noticed by some case` */
export const mutationShare = (mutation: MutationResult): string =>
  `${mutation.percent}%, ${mutation.killed.length} of ${countedIn(mutation)} faults noticed by some case`

/** All mutants that are not equivalent. */
const countedIn = ({ killed, survivors, notShown }: MutationResult): number =>
  killed.length + survivors.length + notShown.length

/** What the cases of a pack notice of faults in it, as lines of text: the share, each survivor with a case to paste, the equivalents. */
export const mutationLines = (mutation: MutationResult): string[] => [
  `Mutation: ${mutationShare(mutation)}`,
  ...missingLines(survivorsOf(mutation)),
  ...(mutation.equivalent.length === 0 ? [] : ['', NOT_COUNTED]),
  ...equivalentLines(mutation).map((line) => `  ${line}`),
]

export const NOT_COUNTED = 'Not counted, because it is proved that no record tells them apart:'

/** Where each fault without an effect stands, and what it is. */
export const equivalentLines = ({ equivalent }: MutationResult): string[] =>
  equivalent.map(({ place, words }) => `${lineOf(place)}: if ${words}`)

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
      message: `${lineOf(mutant.place)}: ${missing[index]?.says}`,
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
