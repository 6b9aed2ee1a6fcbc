import type { Json } from '../base/json-text.js'
import type { MutationResult } from '../testing/mutation.js'
import { shownFile } from './shown-file.js'
import { pasted } from './test-coverage.js'

type Mutant = MutationResult['killed'][number]

/** What the cases of a pack notice of faults in it, as lines of text: the share, each survivor with a case to paste, the equivalents. */
export function mutationLines({ killed, survivors, equivalent, percent }: MutationResult): string[] {
  const of = killed.length + survivors.length
  const apart =
    equivalent.length > 0
      ? [
          '',
          'Not counted, because no record gets another decision, verdict or need:',
          ...equivalent.map(sameLine),
        ]
      : []
  return [
    `Mutation: ${percent}%, ${killed.length} of ${of} faults noticed by some case`,
    ...survivors.flatMap(({ mutant, witness }) => ['', survivorLine(mutant), ...pasted(witness)]),
    ...apart,
  ]
}

/** `rules/cn-2020/pack.yaml:41: no case would notice if `<=` were `<` here`. */
const survivorLine = ({ place, words }: Mutant): string =>
  `${shownFile(place.file)}:${place.line}: no case would notice if ${words} here`

const sameLine = ({ place, words }: Mutant) => `  ${shownFile(place.file)}:${place.line}: if ${words}`

/** The same as data: `survivors` with the case to paste, `equivalent` apart. */
export const mutationJson = ({ killed, survivors, equivalent, percent }: MutationResult): Json => ({
  percent,
  killed: killed.length,
  of: killed.length + survivors.length,
  survivors: survivors.map(({ mutant, witness }) => ({
    ...mutantJson(mutant),
    message: survivorLine(mutant),
    case: witness,
  })),
  equivalent: equivalent.map(mutantJson),
})

const mutantJson = ({ id, kind, words, place }: Mutant) => ({
  id,
  kind,
  words,
  at: { file: shownFile(place.file), line: place.line, column: place.column },
})
