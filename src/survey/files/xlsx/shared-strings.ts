import { say } from '../../../base/say/say.js'
import { LONGEST_RECORD } from '../row.js'
import { unescaped } from './escapes.js'
import { readXml, tooLong, unrealXml, type XmlEvents } from './xml.js'

/** The texts of a workbook's cells, each once. They are kept as bytes, which take a third of the memory of strings. */
export interface SharedStrings {
  /** `null` where the workbook has no such text. */
  at(index: number): string | null
}

export const NO_STRINGS: SharedStrings = { at: () => null }

/** No list of words that people wrote takes more. */
const MOST_BYTES = 2 ** 31 - 1

/** Reads the part of a workbook that holds its texts; `file` is the name of the workbook in faults. */
export async function readSharedStrings(file: string, chunks: AsyncIterable<Buffer>): Promise<SharedStrings> {
  const texts: Texts = {
    bytes: Buffer.allocUnsafe(1 << 16),
    used: 0,
    ends: new Uint32Array(1 << 12),
    count: 0,
  }
  for await (const _ of readXml(file, chunks, textEvents(file, texts)));
  return { at: (index) => textAt(texts, index) }
}

/** Texts as bytes, one behind the other. */
interface Texts {
  bytes: Buffer
  /** How many bytes are used. */
  used: number
  /** Where each text ends. */
  ends: Uint32Array
  count: number
}

function textEvents(file: string, texts: Texts): XmlEvents {
  let text = ''
  /** How deep in phonetic readings, which are beside the text and are not part of it. */
  let phonetic = 0
  let isText = false
  return {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic += 1
      else if (name === 't') isText = phonetic === 0
    },
    text(part) {
      if (isText) text += part
      if (text.length > LONGEST_RECORD) throw tooLong(file, say('long-record.text'))
    },
    close(name) {
      if (name === 't') isText = false
      else if (name === 'rPh') phonetic -= 1
      else if (name === 'si') keep(file, texts, text)
    },
  }
}

function keep(file: string, texts: Texts, text: string): void {
  const length = Buffer.byteLength(text)
  const { bytes, used, ends, count } = texts
  if (used + length > MOST_BYTES) throw unrealXml(file, say('bad-archive.texts'))
  if (used + length > bytes.length) {
    texts.bytes = Buffer.allocUnsafe(Math.min(MOST_BYTES, Math.max(2 * bytes.length, used + length)))
    bytes.copy(texts.bytes, 0, 0, used)
  }
  if (count === ends.length) {
    texts.ends = new Uint32Array(2 * ends.length)
    texts.ends.set(ends)
  }
  texts.used += texts.bytes.write(text, used)
  texts.ends[count] = texts.used
  texts.count += 1
}

function textAt({ bytes, ends, count }: Texts, index: number): string | null {
  const end = ends[index]
  if (index >= count || end === undefined) return null
  return unescaped(bytes.toString('utf8', ends[index - 1] ?? 0, end))
}
