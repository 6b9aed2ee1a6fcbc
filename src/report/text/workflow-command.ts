import { inertLines, printable } from '../../base/inert-text.js'
import { say } from '../../base/say/say.js'

/** A remark that GitHub shows at a line of a file; parts that are `null` are left out. */
export interface Annotation {
  readonly file: string | null
  readonly line: number | null
  readonly column: number | null
  readonly title: string
  readonly message: string
}

/** The levels of annotations that GitHub knows and tpa uses. */
export type Level = 'error' | 'warning'

/** GitHub shows at most this many errors of a step, and at most this many warnings. */
const MOST = 10

/** The first annotations as commands, and a notice that says how many are left out. */
export function annotationLines(
  level: Level,
  annotations: readonly Annotation[],
  command: string,
  leftOutWords: (count: number) => string,
): string[] {
  const lines = annotations.slice(0, MOST).map((each) => annotationCommand(level, each))
  const leftOut = annotations.length - MOST
  if (leftOut > 0)
    lines.push(
      `::notice title=${command}::${say('annotations.more', { words: leftOutWords(leftOut), command })}`,
    )
  return lines
}

/** `::error file=a.yaml,line=3,title=water%3A far::…`: one line, whatever the texts hold. */
export function annotationCommand(level: Level, { file, line, column, title, message }: Annotation): string {
  const properties = Object.entries({ file, line, col: column, title }).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${escapedProperty(String(value))}`],
  )
  return `::${level} ${properties.join(',')}::${escapedData(message)}`
}

/** Lines in which every character can be seen; `%` and line breaks are written as GitHub reads them. */
const escapedData = (text: string) =>
  text
    .replace(/[^\n\r]+/g, (line) => printable(line).replaceAll('%', '%25'))
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')

const escapedProperty = (text: string) => escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** A report for GitHub: its commands, and sentences that are none. */
export const workflowText = (commands: readonly string[], sentences: readonly string[]): string =>
  [...commands, ...sentences.map((each) => inertLines(each, false))].map((line) => `${line}\n`).join('')
