import type { Diagnostic } from '../../base/diagnostic.js'
import { didYouMean } from '../../base/suggest.js'

/** A mistake on the command line, with what would be right. */
export function usageFault(message: string, help?: string): Diagnostic {
  return { code: 'usage', severity: 'error', message, at: null, ...(help === undefined ? {} : { help }) }
}

/** A name that is none of those known: what it was taken for, and the nearest or all of them. */
export function unknownName(what: string, name: string, known: readonly string[]): Diagnostic {
  return usageFault(
    `unknown ${what} \`${name}\``,
    didYouMean(name, known) ?? `known are ${known.map((each) => `\`${each}\``).join(', ')}`,
  )
}

/** Adds to a usage error where to read more. */
export function seeHelp(diagnostic: Diagnostic, command: string): Diagnostic {
  if (diagnostic.code !== 'usage') return diagnostic
  return { ...diagnostic, help: sentences([diagnostic.help, `see \`${command} --help\``]) }
}

/** Remarks in one line: a question ends for itself. */
export const sentences = (parts: readonly (string | undefined)[]): string =>
  parts
    .filter((part) => part !== undefined && part !== '')
    .join('; ')
    .replaceAll('?; ', '? ')
