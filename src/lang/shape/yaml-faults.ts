import type { Diagnostic } from '../../base/diagnostic.js'

/** What is most likely behind a fault of YAML, by words of its message. */
const HELP: ReadonlyArray<readonly [RegExp, string]> = [
  [/same column|indent/i, 'check the spaces at the beginning of this line and the lines above'],
  [/tab/i, 'indent with spaces'],
  [/quote/i, 'close the quote that is open here'],
  [
    /unexpected|nested mappings|plain value|implicit key|flow sequence/i,
    'put a text with `[`, `]`, `{`, `}`, `,`, `: ` or ` #` in it in quotes',
  ],
]

/** The faults of a file that is no YAML: of malformed places the first, because those below are mostly its echo. */
export function yamlFaults(faults: readonly Diagnostic[]): Diagnostic[] {
  const first = faults.find((fault) => fault.code === 'syntax')
  if (first === undefined) return [...faults]
  const help = HELP.find(([pattern]) => pattern.test(first.message))?.[1]
  return [help === undefined ? first : { ...first, help }]
}
