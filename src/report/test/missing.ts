import type { TextPlace } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
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
  items.flatMap(({ hit, what, place, hole }) => {
    if (hit) return []
    const witness = hole?.witness ?? null
    const says = witness === null ? say('test.no-case.open', { what }) : say('test.no-case', { what })
    return [{ measure: 'coverage', place, says, witness }]
  })

/** First those for which there is a record, in the order of the pack, then the others. */
export const survivorsOf = ({ survivors, notShown }: MutationResult): Missing[] => [
  ...survivors.map(({ mutant, witness }) =>
    survivorOf(mutant, witness === null ? 'test.unnoticed.no-case' : 'test.unnoticed', witness),
  ),
  ...notShown.map((mutant) => survivorOf(mutant, 'test.unnoticed.open', null)),
]

const survivorOf = (
  { words, place }: Mutant,
  id: 'test.unnoticed' | 'test.unnoticed.no-case' | 'test.unnoticed.open',
  witness: string | null,
): Missing => ({
  measure: 'mutation',
  place,
  says: say(id, { words }),
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
    say('test.at', { place: lineOf(place), words: says }),
    ...(witness === null ? [] : witness.split('\n').map((line) => `  ${line}`)),
  ])
