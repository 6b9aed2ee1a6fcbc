import { LANGUAGES, type Language } from '../../base/say/say.js'

type Environment = Readonly<Record<string, string | undefined>>

const isLanguage = (text: string | undefined): text is Language =>
  LANGUAGES.some((language) => language === text)

/**
 * The language of a run: what `--lang` says; without it that of the environment, if all sentences go to a terminal and none to a file or a
 * pipe, whose bytes may not depend on the machine; else English.
 */
export function languageOf(
  args: readonly string[],
  environment: Environment,
  isTerminal: (stream: 'stdout' | 'stderr') => boolean,
): Language {
  const asked = valuesOf(args, ['--lang']).at(-1)
  if (asked !== undefined) return isLanguage(asked) ? asked : 'en'
  const speaksToFiles =
    valuesOf(args, ['--report', '--rejects', '--accept', '--write']).length > 0 || !isOfCodes(args)
  if (speaksToFiles && !(isTerminal('stdout') && isOfTerminal(args))) return 'en'
  if (!isTerminal('stderr')) return 'en'
  const { LC_ALL, LC_MESSAGES, LANG } = environment
  return (LC_ALL || LC_MESSAGES || LANG || '').startsWith('zh') ? 'zh' : 'en'
}

/** The languages of pages: the one that `--lang` names, else all. */
export function pageLanguagesOf(args: readonly string[]): readonly Language[] {
  const asked = valuesOf(args, ['--lang']).at(-1)
  return isLanguage(asked) ? [asked] : LANGUAGES
}

/** True if the result, or a report beside it, is a page. */
export const writesPage = (args: readonly string[]): boolean =>
  valuesOf(args, ['-f', '--format']).includes('html') ||
  valuesOf(args, ['-o', '--output']).some((file) => /\.html?$/i.test(file)) ||
  valuesOf(args, ['--report']).some((report) => report.startsWith('html='))

/** Whether the result is the CSV of `assess`, which holds codes and cells, and no sentence. */
const isOfCodes = (args: readonly string[]): boolean => {
  const formats = valuesOf(args, ['-f', '--format'])
  const files = valuesOf(args, ['-o', '--output'])
  const named = formats.at(-1) ?? (files.at(-1)?.toLowerCase().endsWith('.csv') === true ? 'csv' : '')
  return args[0] === 'assess' && named === 'csv'
}

/** Whether the result is a table or help on stdout, and nothing is written elsewhere. */
const isOfTerminal = (args: readonly string[]): boolean =>
  valuesOf(args, ['-f', '--format']).every((format) => format === 'table') &&
  valuesOf(args, ['-o', '--output', '--report', '--rejects', '--accept', '--write']).length === 0

/** The values of options, as `--name value`, `--name=value`, `-n value` and `-nvalue` give them. */
function valuesOf(args: readonly string[], names: readonly string[]): string[] {
  const end = args.indexOf('--')
  return args.slice(0, end < 0 ? args.length : end).flatMap((arg, at) => {
    if (names.includes(arg)) return [args[at + 1] ?? '']
    const name = names.find((each) => arg.startsWith(each.startsWith('--') ? `${each}=` : each))
    return name === undefined ? [] : [arg.slice(name.length + (name.startsWith('--') ? 1 : 0))]
  })
}
