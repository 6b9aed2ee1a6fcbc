import type { Catalogue } from '../en/catalogue.js'
import { COMMANDS } from './commands.js'
import { FILES } from './files.js'
import { TEXTS } from './texts.js'
import { WORKBOOKS } from './workbooks.js'

/** The same sentences in Chinese, as an official of a county would write them. */
export const ZH: Catalogue = { ...COMMANDS, ...TEXTS, ...WORKBOOKS, ...FILES }
