import { say } from '../../base/say/say.js'
/** What to do about rows that share an id. */
export const heldHelp = (): string => say('duplicate-id.help')
