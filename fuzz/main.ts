import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Case, chanceOf } from './case.js'
import { ROOT } from './classes/bases.js'
import { CLASSES, type ClassName } from './classes/classes.js'
import { drive } from './drive/drive.js'
import { codesLine, count, openTally, shareReached, type Tally, tallyTable } from './drive/tally.js'
import { type Found, writeCase } from './judge/judge-case.js'
import { type Options, readOptions, USAGE } from './options.js'

const say = (text: string) => void process.stdout.write(`${text}\n`)

/** At least so many of the inputs of a class come past loading, or the class tests little but the door. */
const LEAST_PAST_LOADING = 0.5

/** Runs what is asked for, prints counts, and gives 1 where anything was found. */
export async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(USAGE)
    return 0
  }
  const options = readOptions(args, join(ROOT, 'fuzz', 'found'))
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n\n${USAGE}`)
    return 2
  }
  const folder = mkdtempSync(join(tmpdir(), 'tpa-fuzz-'))
  const clean = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      clean()
      process.exit(130)
    })
  const tallies = new Map<string, Tally>()
  try {
    for (const className of options.classes) tallies.set(className, await fuzz(className, options, folder))
  } finally {
    clean()
  }
  say(`\nseed ${options.seed}\n\n${tallyTable(tallies)}`)
  const isThin = [...tallies].filter(([, tally]) => shareReached(tally) < LEAST_PAST_LOADING)
  for (const [name] of isThin) say(`fewer than half of the inputs of ${name} came past loading`)
  const found = [...tallies.values()].reduce((sum, tally) => sum + tally.found, 0)
  if (found > 0) say(`found cases stand in ${options.keep}`)
  return found > 0 || (isThin.length > 0 && options.inputs >= 100) ? 1 : 0
}

async function fuzz(className: ClassName, options: Options, scratch: string): Promise<Tally> {
  const tally = openTally()
  const began = performance.now()
  await drive({
    script: fileURLToPath(new URL('child.js', import.meta.url)),
    className,
    seed: options.seed,
    // Two folders deep, so that `../..` in a command line leads to little.
    folder: join(scratch, className, 'input'),
    without: options.without,
    from: options.from,
    to: options.from + options.inputs,
    limit: options.limit * 1000,
    memory: options.memory,
    until: options.seconds === null ? Number.POSITIVE_INFINITY : began + options.seconds * 1000,
    onCase(number, judgement) {
      count(tally, judgement)
      for (const found of judgement.found) say(`${className} ${number} ${found.oracle}: ${found.what}`)
      if (judgement.found.length > 0) keepCase(className, number, options, judgement.found)
    },
  })
  const seconds = (performance.now() - began) / 1000
  say(
    `${className}: ${tally.inputs} inputs, ${(tally.inputs / seconds).toFixed(1)} a second; ${exits(tally)}; ${codesLine(tally)}`,
  )
  return tally
}

const exits = ({ exits }: Tally) =>
  [...exits]
    .sort()
    .map(([code, times]) => `exit ${code} ${times}`)
    .join(', ')

/** Writes a case with what was found and how to see it again. */
function keepCase(
  className: ClassName,
  number: number,
  { seed, keep }: Options,
  found: readonly Found[],
): void {
  const input: Case = CLASSES[className](chanceOf(className, seed, number))
  const folder = join(keep, `${className}-${seed}-${number}`)
  writeCase(folder, input)
  const quoted = (args: readonly string[]) =>
    args.map((each) => `'${each.replaceAll("'", "'\\''")}'`).join(' ')
  const commands = input.runs.flatMap(({ args, ways = [[]] }) =>
    ways.map((way) => `tpa ${quoted([...args, ...way])}`),
  )
  writeFileSync(
    join(folder, 'FOUND.md'),
    `${found.map(({ oracle, what }) => `- ${oracle}: ${what}`).join('\n')}\n
Again, from the repository: \`npm run fuzz -- --class ${className} --seed ${seed} --case ${number}\`.
By hand, in this folder:

\`\`\`sh
${commands.join('\n')}
\`\`\`
`,
  )
}
