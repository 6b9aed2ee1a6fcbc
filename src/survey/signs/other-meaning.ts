import { say } from '../../base/say/say.js'
import { clean } from '../files/row.js'

/** A word by which a header may say the opposite of a name that it holds, or another sum or time. */
export interface OtherMeaning {
  readonly word: string
  readonly turns: boolean
}

const TURNING = /不|未|无|没|非|(?<![a-z])(?:not?|non|without|never|lacks?|lacking)(?![a-z])/g
const CHANGING =
  /人均|户均|平均|月|上年|去年|(?:19|20)\d\d|(?<![a-z])(?:per capita|per head|average|avg|mean|monthly|months?|last|previous|before|after)(?![a-z])/g

/** What such a word may do: `\`不\` may make it the opposite of \`是否缺水\``. */
export const otherMeaningWords = ({ word, turns }: OtherMeaning, name: string): string =>
  turns ? say('other-meaning.opposite', { word, name }) : say('other-meaning.other', { word, name })

/** The first word in a header that is not in a name which it may mean, and would make it something else; `null` where there is none. */
export function otherMeaning(header: string, name: string): OtherMeaning | null {
  const plain = (text: string) => clean(text).toLowerCase().replace(/[_-]/g, ' ')
  const known = plain(name)
  const found = (pattern: RegExp) =>
    plain(header)
      .match(pattern)
      ?.find((word) => !known.includes(word))
  const turning = found(TURNING)
  const word = turning ?? found(CHANGING)
  return word === undefined ? null : { word, turns: turning !== undefined }
}
