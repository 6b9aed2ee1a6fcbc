/** The words and the member by which alone the results of engines differ. */
const COUNTS =
  /;\s+compiled\s+(\d+),\s+interpreted\s+\d+|,"engine":\{"compiled":(\d+),"interpreted":\d+\}|；编译执行 \d+，解释执行 \d+/g

/** A result without what says which engine judged. */
export const withoutEngine = (text: string): string => text.replace(COUNTS, '')

/** The engine for which tests are run a second time, or none; vitest.config.ts says so. */
const asked = () => process.env.TPA_TEST_ENGINE

const JUDGING = ['assess', 'diff', 'test']

/** The arguments of a test, with the engine of the second run asked for before all others. */
export function withEngine(args: readonly string[]): readonly string[] {
  const engine = asked()
  const [command = '', ...rest] = args
  return engine === undefined || !JUDGING.includes(command) ? args : [command, '--engine', engine, ...rest]
}

let compiled = 0

/** How much the compiled engine has judged in the second run. */
export const judgedCompiled = (): number => compiled

/** A result as the first run has it. */
export function asUsual(text: string): string {
  if (asked() === undefined) return text
  for (const [, inWords = '0', inJson = '0'] of text.matchAll(COUNTS))
    compiled += Number(inWords) + Number(inJson)
  return withoutEngine(text)
}
