import type { YAMLParseError } from 'yaml'
import { say } from '../say/say.js'

type What =
  | 'tab'
  | 'indent'
  | 'bracket'
  | 'quote'
  | 'on-line'
  | 'long-key'
  | 'in-brackets'
  | 'comma'
  | 'colon'
  | 'blank'
  | 'start'
  | 'escape'
  | 'unexpected'
  | 'alias'
  | 'other'

/** What a fault is, by the code and the words of the parser; the first that fits. */
const KINDS: readonly (readonly [code: RegExp, words: RegExp, what: What])[] = [
  [/TAB_AS_INDENT/, /./, 'tab'],
  [/./, /end with a/, 'bracket'],
  [/BAD_INDENT/, /./, 'indent'],
  [/MISSING_CHAR/, /closing/, 'quote'],
  [/MISSING_CHAR/, /^Missing , /, 'comma'],
  [/MISSING_CHAR/, /keys need/, 'colon'],
  [/MISSING_CHAR/, /space/, 'blank'],
  [/BLOCK_AS_IMPLICIT_KEY/, /./, 'on-line'],
  [/MULTILINE_IMPLICIT_KEY|KEY_OVER/, /./, 'long-key'],
  [/BLOCK_IN_FLOW/, /./, 'in-brackets'],
  [/BAD_SCALAR_START/, /./, 'start'],
  [/BAD_DQ_ESCAPE/, /./, 'escape'],
  [/UNEXPECTED_TOKEN/, /./, 'unexpected'],
  [/BAD_ALIAS/, /./, 'alias'],
]

/** What is most likely behind a fault. */
const HELP: Partial<Record<What, 'tab' | 'indent' | 'quote' | 'bracket' | 'in-quotes'>> = {
  tab: 'tab',
  indent: 'indent',
  quote: 'quote',
  bracket: 'bracket',
  'on-line': 'in-quotes',
  'long-key': 'in-quotes',
  start: 'in-quotes',
  unexpected: 'in-quotes',
}

/** A fault that the parser found, in words that repeat nothing of the text. */
export function yamlFaultWords({ code, message }: Pick<YAMLParseError, 'code' | 'message'>) {
  const what = KINDS.find(([codes, words]) => codes.test(code) && words.test(message))?.[2] ?? 'other'
  return { message: say('syntax.yaml', { what: say(`syntax.yaml.${what}`) }), help: helpOn(what) }
}

function helpOn(what: What): string | undefined {
  const help = HELP[what]
  if (help === 'in-quotes') return say('syntax.yaml.help.in-quotes', { open: '{', close: '}' })
  return help === undefined ? undefined : say(`syntax.yaml.help.${help}`)
}
