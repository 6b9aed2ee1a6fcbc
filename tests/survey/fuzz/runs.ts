import { type Chance, chanceFrom } from '../../engine/random/chance.js'

const times = Number(process.env.TPA_FUZZ ?? '1')
const first = Number(process.env.TPA_SEED ?? '20201231')

/** Holds a law against so many cases, the same in every run; `TPA_FUZZ=20` takes twenty times as many. `TPA_SEED` comes back to one. */
export async function holds(law: (chance: Chance) => Promise<void>, cases: number): Promise<void> {
  for (let at = 0; at < Math.ceil(cases * times); at++) {
    const seed = first + at
    try {
      await law(chanceFrom(Math.imul(seed, 0x9e3779b1)))
    } catch (error) {
      throw new Error(`TPA_SEED=${seed}: ${error instanceof Error ? error.message : error}`, { cause: error })
    }
  }
}
