import { type Command, Option } from 'commander'
import { type PlainSentence, say } from '../../base/say/say.js'

/** What the help of a command says beside the usage and the options that commander writes. */
export interface Help {
  readonly about: PlainSentence
  /** Lines to type, each with what it does where that is not plain. */
  readonly examples: readonly (readonly [line: string, what?: PlainSentence])[]
  readonly more?: PlainSentence
  /** The options that the short help shows, by their long names. */
  readonly common: readonly string[]
}

/** How help is laid out: short or whole, in how many columns, with bold heads or without. */
export interface HelpStyle {
  readonly isWhole: boolean
  readonly width: number
  bold(text: string): string
  widthOf(text: string): number
  wrap(text: string, width: number): string[]
}

/** Paragraphs with an empty line between them. */
const paragraphs = (text: string, width: number, wrap: HelpStyle['wrap']): string[] =>
  text.split('\n\n').flatMap((each, at) => [...(at === 0 ? [] : ['']), ...wrap(each, width)])

/** Lays out the help of a command, whatever its options are. */
export function layOutHelp(command: Command, help: Help, style: HelpStyle): void {
  const { isWhole, width, wrap } = style
  const name = `tpa ${command.name()}`
  layOut(command, style, (option) => isWhole || help.common.includes(option.long ?? ''))
  const more = help.more === undefined ? [] : [...paragraphs(say(help.more), width, wrap), '']
  const rest = isWhole
    ? [...more, ...wrap(say('help.see'), width)]
    : wrap(say('help.all', { command: name }), width)
  command
    .addHelpText('before', [...wrap(say(help.about), width), '', ...exampleLines(help, style), ''].join('\n'))
    .addHelpText('after', ['', ...rest].join('\n'))
}

const SHORT_EXAMPLES = 3

/** Lines to type, each with its explanation beside it, or below it if there is no room. */
export function exampleLines(
  { examples }: Pick<Help, 'examples'>,
  { isWhole, width, bold, widthOf, wrap }: HelpStyle,
): string[] {
  const shown = isWhole ? examples : examples.slice(0, SHORT_EXAMPLES)
  const widest = Math.max(...shown.map(([line]) => line.length))
  const isBeside = shown.every(
    ([, what]) => what === undefined || 2 + widest + 2 + widthOf(say(what)) <= width,
  )
  const lines = shown.flatMap(([line, what]) => {
    if (what === undefined) return [`  ${line}`]
    if (isBeside) return [`  ${line.padEnd(widest)}  ${say(what)}`]
    return [`  ${line}`, ...wrap(say(what), width - BELOW.length).map((each) => BELOW + each)]
  })
  return [bold(say('help.examples')), ...lines]
}

/** Before what is below its term. */
const BELOW = '      '

/** Lays out what commander writes: in the columns that there are, heads bold, with the options that `isShown`. */
export function layOut(command: Command, style: HelpStyle, isShown: (option: Option) => boolean): void {
  const help = new Option('-h, --help', say('option.help')).helpGroup(say('help.screen'))
  command.configureHelp({
    helpWidth: style.width,
    optionDescription: ({ description }) => description,
    visibleOptions: ({ options }) => [...options, help].filter((each) => !each.hidden && isShown(each)),
    subcommandTerm: (each) => each.name(),
    styleTitle: (title) => style.bold(TITLES[title]?.() ?? title),
    displayWidth: style.widthOf,
    formatItem: (term, termWidth, description) => itemText(term, termWidth, description, style),
  })
}

/** Heads that commander writes by itself. */
const TITLES: Readonly<Record<string, () => string>> = {
  'Usage:': () => say('help.usage'),
  'Arguments:': () => say('help.arguments'),
  'Commands:': () => say('help.commands'),
}

/** Columns in which a description still reads well beside its term. */
const LEAST = 30

function itemText(
  term: string,
  termWidth: number,
  description: string,
  { width, widthOf, wrap }: HelpStyle,
): string {
  const indent = termWidth + 4
  if (width - indent < LEAST)
    return [`  ${term}`, ...wrap(description, width - BELOW.length).map((line) => BELOW + line)].join('\n')
  const [first = '', ...rest] = wrap(description, width - indent)
  const start = `  ${term}${' '.repeat(Math.max(2, indent - 2 - widthOf(term)))}${first}`
  return [start, ...rest.map((line) => ' '.repeat(indent) + line)].join('\n')
}
