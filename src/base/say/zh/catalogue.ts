import type { Catalogue } from '../en/catalogue.js'
import { COMMANDS } from './commands.js'

/** The same sentences in Chinese, as an official of a county would write them. */
export const ZH: Catalogue = { ...COMMANDS }
