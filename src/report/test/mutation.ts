import type { Json } from '../../base/tree/json-text.js'
import type { MutationResult } from '../../testing/mutation/mutation.js'
import { shownFile } from '../text/shown-file.js'
import { lineOf, missingLines, survivorsOf } from './missing.js'

type Mutant = MutationResult['killed'][number]

/** `91.6%, 11 of 12 faults noticed by some case` */
export const mutationShare = ({ killed, survivors, percent }: MutationResult): string =>
  `${percent}%, ${killed.length} of ${killed.length + survivors.length} faults noticed by some case`

/** What the cases of a pack notice of faults in it, as lines of text: the share, each survivor with a case to paste, the equivalents. */
export const mutationLines = (mutation: MutationResult): string[] => [
  `Mutation: ${mutationShare(mutation)}`,
  ...missingLines(survivorsOf(mutation)),
  ...(mutation.equivalent.length === 0 ? [] : ['', NOT_COUNTED]),
  ...equivalentLines(mutation).map((line) => `  ${line}`),
]

export const NOT_COUNTED = 'Not counted, because no record gets another decision, verdict or need:'

/** Where each fault without an effect stands, and what it is. */
export const equivalentLines = ({ equivalent }: MutationResult): string[] =>
  equivalent.map(({ place, words }) => `${lineOf(place)}: if ${words}`)

/** The same as data: `survivors` with the case to paste, `equivalent` apart. */
export const mutationJson = (mutation: MutationResult): Json => {
  const { killed, survivors, equivalent, percent } = mutation
  const missing = survivorsOf(mutation)
  return {
    percent,
    killed: killed.length,
    of: killed.length + survivors.length,
    survivors: survivors.map(({ mutant, witness }, index) => ({
      ...mutantJson(mutant),
      message: `${lineOf(mutant.place)}: ${missing[index]?.says}`,
      case: witness,
    })),
    equivalent: equivalent.map(mutantJson),
  }
}

const mutantJson = ({ id, kind, words, place }: Mutant) => ({
  id,
  kind,
  words,
  at: { file: shownFile(place.file), line: place.line, column: place.column },
})
