import { parseArgs } from 'node:util'
import { CLASS_NAMES, type ClassName } from './classes/classes.js'
import { ORACLE_NAMES } from './judge/oracles.js'

export interface Options {
  readonly classes: readonly ClassName[]
  readonly seed: number
  readonly inputs: number
  /** The number of the first case. */
  readonly from: number
  /** Seconds that a class may take; `null`: as long as its inputs do. */
  readonly seconds: number | null
  /** Seconds that one input may take. */
  readonly limit: number
  readonly memory: number
  readonly without: readonly string[]
  /** The folder in which found cases are kept. */
  readonly keep: string
}

export const USAGE = `Runs the program on inputs of its own making, and looks at everything that comes out.

  npm run fuzz
  npm run fuzz -- --class packs --seed 7 --inputs 5000
  npm run fuzz -- --class csv,trees --seconds 60
  npm run fuzz -- --class packs --seed 7 --case 123

  --class <names>    ${CLASS_NAMES.join(', ')} (default: all)
  --seed <n>         the same seed makes the same inputs (default: 1)
  --inputs <n>       inputs of each class (default: 500)
  --case <n>         one input alone
  --seconds <n>      stop a class after so long
  --limit <n>        seconds that one input may take (default: 60)
  --memory <n>       MiB that the program may take (default: 768)
  --without <names>  oracles that are not asked: ${ORACLE_NAMES.join(', ')}
  --keep <folder>    where cases are kept that an oracle finds something in (default: fuzz/found)
`

/** Reads the arguments; a text is what is wrong with them. */
export function readOptions(args: readonly string[], keep: string): Options | string {
  const text = { type: 'string' } as const
  let values: Record<string, string | undefined>
  try {
    const options = {
      class: text,
      seed: text,
      inputs: text,
      case: text,
      seconds: text,
      limit: text,
      memory: text,
      without: text,
      keep: text,
    }
    values = parseArgs({ args: [...args], options }).values
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  const numbers = { seed: 1, inputs: 500, case: -1, seconds: -1, limit: 60, memory: 768 }
  for (const name of Object.keys(numbers) as (keyof typeof numbers)[]) {
    const given = values[name]
    if (given === undefined) continue
    if (!/^\d{1,9}$/.test(given)) return `--${name} takes a whole number`
    numbers[name] = Number(given)
  }
  const names = values.class?.split(',') ?? CLASS_NAMES
  const isClass = (name: string): name is ClassName => CLASS_NAMES.some((each) => each === name)
  const unknown = names.find((name) => !isClass(name))
  if (unknown !== undefined) return `no class is called \`${unknown}\``
  const without = values.without?.split(',') ?? []
  const stranger = without.find((name) => !ORACLE_NAMES.some((each) => each === name))
  if (stranger !== undefined) return `no oracle is called \`${stranger}\``
  const isOne = numbers.case >= 0
  return {
    classes: names.filter(isClass),
    seed: numbers.seed,
    inputs: isOne ? 1 : numbers.inputs,
    from: isOne ? numbers.case : 0,
    seconds: numbers.seconds < 0 ? null : numbers.seconds,
    limit: numbers.limit,
    memory: numbers.memory,
    without,
    keep: values.keep ?? keep,
  }
}
