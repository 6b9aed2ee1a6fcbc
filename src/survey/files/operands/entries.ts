import type { Entry } from '../data-file.js'
import { diagnosticOf, type OpenInput } from '../input.js'
import { isZip, textFormat } from '../kind.js'
import { openText } from '../text/text-file.js'
import { caught, type EntryPlace, type Found, type OperandContext } from './entry.js'

/** The entries of a file on disk: itself, the sheets of a workbook, the entries of a zip archive. */
export async function entriesOfInput(
  context: OperandContext,
  input: OpenInput,
  place: EntryPlace,
): Promise<Found> {
  context.closing.push(() => input.close())
  try {
    const head = await headOf(input)
    if (isZip(head)) {
      const { entriesOfZip } = await import('./zip-entries.js')
      return await entriesOfZip(context, input, place)
    }
    return { entries: [textEntry(context, input, head, place)], container: 'file' }
  } catch (error) {
    const fault = diagnosticOf(error)
    if (fault === null) throw error
    return { fault }
  }
}

async function headOf(input: OpenInput): Promise<Buffer> {
  for await (const chunk of input.chunks()) return chunk
  return Buffer.alloc(0)
}

function textEntry(context: OperandContext, input: OpenInput, head: Buffer, place: EntryPlace): Entry {
  const text = {
    file: place.name,
    extension: input.extension,
    source: input,
    plural: context.plural,
    ids: context.ids,
    input: async ({ sha256, encoding }: { sha256: string; encoding: string }) => ({
      file: place.name,
      bytes: input.bytes,
      sha256,
      encoding,
    }),
  }
  return {
    ...place,
    format: textFormat(input.extension, head.toString('utf8')),
    open: caught((reading) => openText(text, reading)),
  }
}
