import type { Diagnostic, Fix } from './diagnostic.js'

/** What a person types or pastes. */
export const fixText = (fix: Fix): string => ('flag' in fix ? fix.flag : fix.mapping)

/**
 * Advice as data, and the sentence that is made from it, so that they cannot differ.
 * @param sentence is given the flag or the lines in backticks
 */
export const advise = (
  fix: Fix,
  sentence: (quoted: string) => string,
): Required<Pick<Diagnostic, 'help' | 'fix'>> => ({ help: sentence(`\`${fixText(fix)}\``), fix })
