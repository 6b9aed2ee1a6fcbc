import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findQuote } from '../../../src/survey/files/text/quotes.js'
import { holdsAsync } from '../../engine/random/runs.js'
import { rowsInBytes, rowsInText } from './rows.js'

const DELIMITERS = [',', ';', '\t', '|']

/** Sizes around one step of the finder, and such that rows and cells are longer than a chunk. */
const SIZES = [1, 2, 3, 7, 63, 64, 65, 100, 130, 1000, 1 << 16]

const size = fc.constantFrom(...SIZES)
const delimiter = fc.constantFrom(...DELIMITERS)

/** What cells are made of; long ones reach over one or more steps of the finder. */
const PIECES = [
  ...['', '', 'a', '7', ' ', '\t', ',', ';', '|', '""', '"', "'", '\n', '\r\n', '\r', '\uFEFF', '\u2028'],
  ...[
    'é',
    '家',
    '😀',
    '\u0000A',
    'x'.repeat(61),
    '家'.repeat(21),
    ','.repeat(64),
    '\n'.repeat(65),
    '"'.repeat(128),
  ],
].filter((piece) => !piece.includes('\u0000'))

const piece = fc.constantFrom(...PIECES)
const breaks = fc.constantFrom('\n', '\r\n')

/** A table written as a program does, quotes where they must be and sometimes where they need not. */
const written = fc
  .record({
    rows: fc.array(
      fc.array(fc.tuple(fc.array(piece, { maxLength: 3 }), fc.nat(3)), { minLength: 1, maxLength: 5 }),
      { minLength: 1, maxLength: 8 },
    ),
    delimiter,
    lineBreaks: fc.array(breaks, { minLength: 8, maxLength: 8 }),
    isClosed: fc.boolean(),
    mark: fc.constantFrom('', '', '\uFEFF'),
  })
  .map(({ rows, delimiter, lineBreaks, isClosed, mark }) => {
    const cellText = (pieces: readonly string[], luck: number) => {
      const cell = pieces.join('')
      const isUnsafe =
        cell.includes('"') || cell.includes(delimiter) || cell.includes('\n') || cell.includes('\r')
      return luck === 0 || isUnsafe ? `"${cell.replaceAll('"', '""')}"` : cell
    }
    const lines = rows.map(
      (row, at) =>
        row.map(([pieces, luck]) => cellText(pieces, luck)).join(delimiter) +
        (at < rows.length - 1 || isClosed ? (lineBreaks[at] ?? '') : ''),
    )
    return { text: mark + lines.join(''), delimiter }
  })

/** Pieces of CSV one after another, most of them no CSV. */
const soup = fc.record({
  text: fc
    .array(fc.oneof(piece, fc.constantFrom('"', ',', '\n', '\r', '\r\n', '",', '"\n', ',"')), {
      maxLength: 14,
    })
    .map((all) => all.join('')),
  delimiter,
})

/** A table with one thing put into it or taken out. */
const damaged = fc
  .tuple(written, fc.nat(), fc.constantFrom('"', '\r', '\n', ',', '"a', 'a"', ''))
  .map(([{ text, delimiter }, place, piece]) => {
    const at = place % (text.length + 1)
    return { text: text.slice(0, at) + piece + text.slice(piece === '' ? at + 1 : at), delimiter }
  })

describe('the rows of a CSV text found in bytes', () => {
  let compared = 0
  let handedOver = 0

  const same = async (
    { text, delimiter }: { readonly text: string; readonly delimiter: string },
    size: number,
  ) => {
    const bytes = Buffer.from(text)
    // A text that ends with CR alone, or with a quote where none can stand, is handed over as a whole.
    const isHandedOver = text.endsWith('\r') || findQuote(text, { delimiter, lineEnd: '\n' }) !== null
    const expected = isHandedOver ? null : await rowsInText(bytes, delimiter)
    const found = rowsInBytes(bytes, delimiter, size)
    if (expected === null) handedOver += 1
    else compared += expected.length
    const shown = (rows: typeof found) => JSON.stringify(rows)
    if (shown(found) !== shown(expected))
      throw new Error(
        `${JSON.stringify({ text, delimiter, size })}\nfound    ${shown(found)}\nexpected ${shown(expected)}`,
      )
  }

  it.each([
    ['tables that programs write', written, 200],
    ['tables with one thing wrong', damaged, 300],
    ['whatever stands there', soup, 400],
  ] as const)(
    'are those of the normal reader, with their lines, or it finds a fault: %s',
    async (_, texts, runs) => {
      compared = 0
      handedOver = 0
      await holdsAsync(fc.asyncProperty(texts, size, same), runs)
      expect(compared).toBeGreaterThan(runs)
      if (texts !== written) expect(handedOver).toBeGreaterThan(runs / 10)
    },
  )

  it.each([
    ['no line break at the end', 'a,b\n1,2'],
    ['a quoted cell at the end', 'a,b\n1,"2"'],
    ['an empty quoted cell at the end', 'a,b\n1,""'],
    ['an empty cell at the end', 'a,b\n1,'],
    ['CR alone at the end', 'a,b\r\n1,2\r'],
    ['CR alone behind a quote at the end', 'a,b\r\n1,"2"\r'],
    ['CR alone in a cell', 'a,b\r\n1\r2,3\r\n'],
    ['CR before a delimiter', 'a\r,b\r\n1,2\r\n'],
    ['CR twice before a line feed', 'a,b\r\r\n1,2\r\n'],
    ['CR behind a quoted cell, then a delimiter', '"a"\r,b\n'],
    ['blank rows', '\n\r\na,b\n\n\n1,2\n\n'],
    ['a quote that nothing closes', 'a,b\n"1,2\n3,4\n'],
    ['a quote that nothing closes at the very end', 'a,b\n1,"'],
    ['a quote inside a cell', 'a,b\n1,2"\n'],
    ['text behind a quoted cell', 'a,b\n"1"2,3\n'],
    ['a quoted line break as the last byte', 'a,"b\n'],
    ['a byte order mark in front of a quote', '\uFEFF"a",b\n1,2\n'],
    ['quotes up to the end of a step', `${'x'.repeat(61)},"${'y'.repeat(62)}"\n"${'"'.repeat(126)}",z\n`],
    [
      'a line break as the last byte of a step',
      `${'x'.repeat(63)}\n${'y'.repeat(62)}\r\n${'z'.repeat(63)}\n`,
    ],
    ['a quote that closes in the last byte of a step', `"${'x'.repeat(62)}"\n"${'y'.repeat(61)}"\r\nz\n`],
    ['a cell of many steps', `"${'ab,\n'.repeat(100)}",${'y'.repeat(1000)}\n1,2\n`],
  ])('%s', async (_, text) => {
    for (const size of SIZES) await same({ text, delimiter: ',' }, size)
  })

  it('are found in more rows than one chunk holds', async () => {
    const text = Array.from({ length: 40_000 }, (_, at) =>
      at % 1000 === 7 ? `"${at}\n",b` : String(at),
    ).join('\n')
    await same({ text, delimiter: ',' }, 1 << 20)
  })
})

describe('bytes that are no text', () => {
  const BAD: readonly (readonly [string, readonly number[]])[] = [
    ['NUL', [0x00]],
    ['a byte that no character has', [0xff]],
    ['a character cut off', [0xe5, 0xae]],
    ['a continuation alone', [0x80]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a character of GB18030', [0xbc, 0xd2]],
  ]
  it.each(BAD)('hand the text over: %s', (_, bad) => {
    const row = Buffer.from('家,b\n')
    for (const at of [0, 1, 57, 58, 59, 60, 130])
      for (const size of [1, 64, 1 << 16]) {
        const before = Buffer.concat([row, Buffer.from('x'.repeat(at))])
        const text = Buffer.concat([before, Buffer.from(bad), Buffer.from(',c\n1,2\n')])
        expect(rowsInBytes(text, ',', size)).toBeNull()
        expect(rowsInBytes(text.subarray(0, before.length + bad.length), ',', size)).toBeNull()
      }
  })
})
