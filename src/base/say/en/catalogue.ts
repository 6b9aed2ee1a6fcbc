import { COMMANDS } from './commands.js'
import { FILES } from './files.js'
import { TEXTS } from './texts.js'
import { WORKBOOKS } from './workbooks.js'

/** Every sentence that tpa says about data, decisions, files and options, in English, by its id. */
export const EN = { ...COMMANDS, ...TEXTS, ...WORKBOOKS, ...FILES } as const

/** Each sentence by its id; `{name}` is a place, `{count|household|households}` a word that goes by a number. */
export type Catalogue = Readonly<Record<keyof typeof EN, string>>
