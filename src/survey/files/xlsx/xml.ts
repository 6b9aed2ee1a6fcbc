import type { SaxesParser } from 'saxes'
import { say } from '../../../base/say/say.js'
import { MAX_DEPTH } from '../../../base/tree/tree.js'
import { brokenInput, inputFault } from '../input.js'
import { LONGEST_RECORD } from '../row.js'

/** The events of an XML text. Names are without prefix, because programs use different ones. */
export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

/**
 * Reads XML chunk by chunk and yields after each chunk, so that its caller can pass on what was found. Throws errors that
 * `diagnosticOf` understands, also if the text between two tags is too long for memory.
 */
export async function* readXml(
  file: string,
  chunks: AsyncIterable<Buffer>,
  events: XmlEvents,
): AsyncGenerator<number> {
  const { SaxesParser } = await import('saxes')
  const parser = new SaxesParser({ xmlns: false, position: false })
  const between = watchTags(file, parser, events)
  let decoder: Decoder | null = null
  for await (const chunk of chunks) {
    decoder ??= decoderFor(chunk)
    parser.write(decodedPart(file, decoder, chunk))
    between.bytes += chunk.length
    if (between.bytes > LONGEST_RECORD) throw tooLong(file, say('long-record.text'))
    yield chunk.length
  }
  if (decoder !== null) parser.write(decodedPart(file, decoder, undefined))
  parser.close()
}

/** Tells the events of a parser, and stops where tags stand too deep or have too much in them. `bytes` go back to 0 with each tag. */
function watchTags(file: string, parser: SaxesParser, events: XmlEvents): { bytes: number } {
  const between = { bytes: 0 }
  let depth = 0
  let attributes = 0
  parser.on('error', (error) => {
    throw brokenXml(file, error.message)
  })
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > MOST_ATTRIBUTES)
      throw unrealXml(file, say('bad-archive.attributes', { most: MOST_ATTRIBUTES }))
  })
  parser.on('opentag', (tag) => {
    between.bytes = 0
    attributes = 0
    depth += 1
    if (depth > MAX_DEPTH) throw tooDeep(file)
    events.open(localName(tag.name), tag.attributes)
  })
  parser.on('text', (text) => events.text?.(text))
  parser.on('cdata', (text) => events.text?.(text))
  parser.on('closetag', ({ name }) => {
    between.bytes = 0
    depth -= 1
    events.close?.(localName(name))
  })
  return between
}

const saveAnew = (): string => say('bad-archive.help.save')

/** No tag of a workbook has more. */
const MOST_ATTRIBUTES = 1000

const tooDeep = (file: string): Error =>
  brokenInput(inputFault('too-deep', file, say('too-deep.tags', { most: MAX_DEPTH }), saveAnew()))

/** The error of a workbook with more of something than any real one. */
export const unrealXml = (file: string, what: string): Error =>
  brokenInput(inputFault('bad-archive', file, what, saveAnew()))

/** No list of sheets or styles is longer. */
const LONGEST_PART = 1 << 25

/** Reads a part that is small in every real workbook as a whole. */
export async function readWholeXml(
  file: string,
  chunks: AsyncIterable<Buffer>,
  events: XmlEvents,
): Promise<void> {
  let read = 0
  for await (const bytes of readXml(file, chunks, events)) {
    read += bytes
    if (read > LONGEST_PART) throw unrealXml(file, say('bad-archive.lists'))
  }
}

/** Text that is longer than any record may be. */
export const tooLong = (file: string, what: string): Error =>
  brokenInput(
    inputFault(
      'long-record',
      file,
      say('long-record', { what, most: LONGEST_RECORD }),
      say('long-record.help.cell'),
    ),
  )

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

/** An attribute by its name without prefix. */
export function prefixed(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const key = Object.keys(attributes).find((each) => each.endsWith(`:${name}`))
  return key === undefined ? undefined : attributes[key]
}

type Decoder = InstanceType<typeof TextDecoder>

function decoderFor(head: Buffer): Decoder {
  const isLittle = head[0] === 0xff && head[1] === 0xfe
  const isBig = head[0] === 0xfe && head[1] === 0xff
  return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8', { fatal: true })
}

function decodedPart(file: string, decoder: Decoder, chunk: Buffer | undefined): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
  } catch {
    throw brokenXml(file, say('bad-archive.bytes'))
  }
}

/** The error of a damaged workbook. */
export const brokenXml = (file: string, why: string): Error =>
  brokenInput({
    ...inputFault('bad-archive', file, say('bad-archive.workbook'), saveAnew()),
    why,
  })
