import { type Chance, chanceFrom } from '../tests/engine/random/chance.js'

/** One input: files of a folder, and what is run on them. */
export interface Case {
  readonly files: Readonly<Record<string, string | Buffer>>
  /** The first run says what the input reached. */
  readonly runs: readonly Run[]
  /** Rows of records, blank and skipped ones included, where whoever made the input knows how many there are. */
  readonly rows?: number
}

export interface Run {
  readonly args: readonly string[]
  /** Ways to run the same, each as further arguments, whose every byte must be the same. */
  readonly ways?: readonly (readonly string[])[]
}

/** Makes the inputs of one class. */
export type MakeCase = (chance: Chance) => Case

/** Where `--rejects` writes in every case. */
export const REJECTS = 'rejects.csv'

/** The chance from which one case of a class is made, the same for the same seed and number. */
export function chanceOf(className: string, seed: number, number: number): Chance {
  let hash = 0x811c9dc5
  for (const char of `${className} ${seed} ${number}`)
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return chanceFrom(hash)
}

/** Whether something happens that does so once in so many times. */
export const oneIn = (count: number, chance: Chance): boolean => chance(count) === 0
