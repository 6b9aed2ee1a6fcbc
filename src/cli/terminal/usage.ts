import type { Diagnostic } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { didYouMean } from '../../base/suggest.js'
import { inBackticks } from '../../base/wording.js'

/** A mistake on the command line, with what would be right. */
export function usageFault(message: string, help?: string): Diagnostic {
  return { code: 'usage', severity: 'error', message, at: null, ...(help === undefined ? {} : { help }) }
}

/** A name behind an option that is none of those known, and the nearest or all of them. */
export function unknownName(
  option: 'by' | 'only' | 'fail-on' | 'report' | 'set',
  name: string,
  known: readonly string[],
): Diagnostic {
  return usageFault(
    say(`usage.unknown.${option}`, { name }),
    didYouMean(name, known) ?? say('usage.known', { names: inBackticks(known) }),
  )
}

/** Adds to a usage error where to read more. */
export function seeHelp(diagnostic: Diagnostic, command: string): Diagnostic {
  if (diagnostic.code !== 'usage') return diagnostic
  return { ...diagnostic, help: sentences([diagnostic.help, say('usage.see', { command })]) }
}

/** Remarks in one line: a question ends for itself. */
export const sentences = (parts: readonly (string | undefined)[]): string =>
  parts
    .filter((part): part is string => part !== undefined && part !== '')
    .reduce((before, part) => `${before}${say(endsAsQuestion(before))}${part}`)

const endsAsQuestion = (text: string) => (/[?？]$/.test(text) ? 'remarks.question' : 'remarks.item')
