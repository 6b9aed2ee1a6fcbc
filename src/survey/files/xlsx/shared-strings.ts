import { LONGEST_RECORD } from '../row.js'
import { unescaped } from './escapes.js'
import { brokenXml, readXml, tooLong } from './xml.js'

/** The texts of a workbook's cells, each once; kept as bytes, which take a third of what as many strings would. */
export interface SharedStrings {
  /** `null` where the workbook has no such text. */
  at(index: number): string | null
}

export const NO_STRINGS: SharedStrings = { at: () => null }

/** More than this is no list of words that people wrote. */
const MOST_BYTES = 2 ** 31 - 1

export async function readSharedStrings(file: string, chunks: AsyncIterable<Buffer>): Promise<SharedStrings> {
  let bytes = Buffer.allocUnsafe(1 << 16)
  let used = 0
  let ends = new Uint32Array(1 << 12)
  let count = 0
  let text = ''
  /** How deep in phonetic readings, which stand beside the text and are none of it. */
  let phonetic = 0
  let isText = false

  function keep(): void {
    const length = Buffer.byteLength(text)
    if (used + length > MOST_BYTES) throw brokenXml(file, 'its texts take more than 2 GiB')
    if (used + length > bytes.length) {
      const larger = Buffer.allocUnsafe(Math.min(MOST_BYTES, Math.max(2 * bytes.length, used + length)))
      bytes.copy(larger, 0, 0, used)
      bytes = larger
    }
    if (count === ends.length) {
      const larger = new Uint32Array(2 * ends.length)
      larger.set(ends)
      ends = larger
    }
    used += bytes.write(text, used)
    ends[count] = used
    count += 1
  }

  const events = {
    open(name: string) {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic += 1
      else if (name === 't') isText = phonetic === 0
    },
    text(part: string) {
      if (isText) text += part
      if (text.length > LONGEST_RECORD) throw tooLong(file, 'a text in it')
    },
    close(name: string) {
      if (name === 't') isText = false
      else if (name === 'rPh') phonetic -= 1
      else if (name === 'si') keep()
    },
  }
  for await (const _ of readXml(file, chunks, events));
  return {
    at(index) {
      const end = ends[index]
      if (index >= count || end === undefined) return null
      return unescaped(bytes.toString('utf8', ends[index - 1] ?? 0, end))
    },
  }
}
