import { parseArgs } from 'node:util'

export interface Options {
  readonly seed: number
  /** How many of each kind that is left to chance. */
  readonly times: number
  readonly workers: number
  readonly patience: number
  /** Faults are tried whose kind or description holds this. */
  readonly only: string
}

export const USAGE = `Breaks runs of the program on purpose, and looks at what they leave behind.

  npm run faults
  npm run faults -- --seed 7 --times 100
  npm run faults -- --only 'a signal'

  --seed <n>      the same seed makes the same faults (default: 1)
  --times <n>     faults of each kind that is left to chance (default: 40)
  --workers <n>   faults that are tried at the same time (default: 2)
  --patience <n>  milliseconds in which a run has ended after a signal (default: 1000)
  --only <text>   faults whose kind or description holds this
`

/** Reads the arguments; a text is what is wrong with them. */
export function readOptions(args: readonly string[]): Options | string {
  const text = { type: 'string' } as const
  let values: Record<string, string | undefined>
  try {
    values = parseArgs({
      args: [...args],
      options: { seed: text, times: text, workers: text, patience: text, only: text },
    }).values
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  const numbers = { seed: 1, times: 40, workers: 2, patience: 1000 }
  for (const name of Object.keys(numbers) as (keyof typeof numbers)[]) {
    const given = values[name]
    if (given === undefined) continue
    if (!/^\d{1,9}$/.test(given)) return `--${name} takes a whole number`
    numbers[name] = Number(given)
  }
  return { ...numbers, only: values.only ?? '' }
}
