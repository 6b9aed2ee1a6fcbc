/**
 * Control characters, line separators, and characters that nobody sees: they move a cursor, change the reading direction or hide text.
 * Joiners and variation selectors stay, because scripts of India, Iran and Mongolia, rare Chinese names and emoji are written with them.
 */
const UNSEEN =
  '\\p{Cc}\\p{Cs}\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff0-\\ufffb\\ufffe\\uffff\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e00ff}'

const ALL_UNSEEN = new RegExp(`[${UNSEEN}]`, 'gu')
/** The same without what lays out lines. */
const UNSEEN_IN_LINES = new RegExp(`(?!\\n)[${UNSEEN}]`, 'gu')
/** The same without the codes of colours, which are taken whole. */
const UNSEEN_IN_COLOUR = new RegExp(`\\x1b\\[\\d{1,2}m|(?!\\n)[${UNSEEN}]`, 'gu')

/** Text of ASCII that needs no escapes. */
const PLAIN = /^[ -"$-~]*$/

/** A character as `\u001b`, one beyond the first plane as two such. */
export const escapedCharacter = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('')

/** The text in one line, in which every character can be seen; others print as `\u001b`. */
export const visible = (text: string): string => text.replace(ALL_UNSEEN, escapedCharacter)

/**
 * The text in one line, in which every character can be seen, and which holds no command of a CI system; what it cannot hold prints as
 * `\u001b`.
 */
export const printable = (text: string): string =>
  PLAIN.test(text) ? text : visible(text).replace(COMMAND_MARK, '#\\u0023')

/** Where a CI system would find a command anywhere in a line: `##[error]` of GitHub, `##vso[…]` of Azure, `##teamcity[…]`. */
export const COMMAND_MARK = /##(?=\w*\[)/g

/** Where GitHub would find one at the start of a line, behind white space and colours. */
const COMMAND_LINE = /^((?:[^\S\n]|\p{Cc}\[\d+m)*):(?=:)/gmu

/**
 * Lines for people, as the last step before they are written: no character that cannot be seen, and nothing that a CI system takes for a
 * command. Such a mark is written as a control character is: `\u003a`.
 * @param isColoured whether codes of colours stay
 */
export const inertLines = (text: string, isColoured: boolean): string =>
  text
    .replace(isColoured ? UNSEEN_IN_COLOUR : UNSEEN_IN_LINES, (found) =>
      found.length > 2 ? found : escapedCharacter(found),
    )
    .replace(COMMAND_LINE, '$1\\u003a')
    .replace(COMMAND_MARK, '#\\u0023')
