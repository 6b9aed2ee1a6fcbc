import type { TextPlace } from '../../base/diagnostic.js'
import type { Coverage } from '../../testing/coverage/coverage.js'
import type { MutationResult } from '../../testing/mutation/mutation.js'
import { shownFile } from '../text/shown-file.js'
import type { Measure, Measures } from './summary.js'

/** Something in a pack that no case shows, or a fault that no case would notice. */
export interface Missing {
  readonly measure: Measure
  readonly place: TextPlace
  /** ``no case would notice if `<=` were `<` here`` */
  readonly says: string
  /** A case for it, to paste under `cases:`; `null` where it cannot be written as one. */
  readonly witness: string | null
}

export const holesOf = ({ items }: Coverage): Missing[] =>
  items.flatMap(({ hit, what, place, hole }) =>
    hit
      ? []
      : [
          {
            measure: 'coverage',
            place,
            says: `no case in which ${what}${hole?.witness == null ? NONE_FOUND : ''}`,
            witness: hole?.witness ?? null,
          },
        ],
  )

const NONE_FOUND = '; not shown: no record was found for it, and no proof that there is none'

const NOT_A_CASE = '; a record tells it from the pack, but cannot be written as a case'

/** First those for which there is a record, in the order of the pack, then the others. */
export const survivorsOf = ({ survivors, notShown }: MutationResult): Missing[] => [
  ...survivors.map(({ mutant, witness }) => survivorOf(mutant, witness === null ? NOT_A_CASE : '', witness)),
  ...notShown.map((mutant) => survivorOf(mutant, NONE_FOUND, null)),
]

const survivorOf = ({ words, place }: Mutant, more: string, witness: string | null): Missing => ({
  measure: 'mutation',
  place,
  says: `no case would notice if ${words} here${more}`,
  witness,
})

type Mutant = MutationResult['killed'][number]

/** Everything that the measures found missing; a measure that was not asked for finds nothing. */
export const missingIn = ({ coverage, mutation }: Measures): Missing[] => [
  ...(coverage === null ? [] : holesOf(coverage)),
  ...(mutation === null ? [] : survivorsOf(mutation)),
]

/** `rules/cn-2020/pack.yaml:41` */
export const lineOf = ({ file, line }: TextPlace): string => `${shownFile(file)}:${line}`

/** What is missing, and under each the case to paste, indented as under `cases:`. */
export const missingLines = (missing: readonly Missing[]): string[] =>
  missing.flatMap(({ place, says, witness }) => [
    '',
    `${lineOf(place)}: ${says}`,
    ...(witness === null ? [] : witness.split('\n').map((line) => `  ${line}`)),
  ])
