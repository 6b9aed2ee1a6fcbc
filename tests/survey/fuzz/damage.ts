import { type Chance, oneOf } from '../../engine/random/chance.js'

/** Bytes that break what reads them: marks, halves of characters, what parts cells and rows. */
const ODD_BYTES: readonly Buffer[] = [
  ...[
    '\0',
    '\uFEFF',
    '"',
    '""',
    ',',
    ';',
    '\t',
    '|',
    '\r',
    '\n',
    '\r\n',
    '\n\n',
    '\u2028',
    '\u0085',
    '#',
    '{',
    '[',
    ': ',
    '- ',
  ],
  ...[
    '&a ',
    '*a',
    '<<: ',
    '---\n',
    '!!',
    '%',
    "'",
    '\\u0000',
    '"\\ud800"',
    '=',
    '\x1b[2J',
    '::error::',
    '<c/>',
    ']]>',
    '&amp;',
  ],
  ...['999', '-88', 'yes', '4.40981E+17', '1e999', '_x0000_', '😀', '户'],
].map((text) => Buffer.from(text))

const HALVES = [
  [0xed, 0xa0, 0x80],
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0xc3],
  [0xe2, 0x82],
  [0x81],
  [0xef, 0xbb, 0xbf],
].map((bytes) => Buffer.from(bytes))

type Damage = (bytes: Buffer, chance: Chance) => Buffer

const splice = (bytes: Buffer, at: number, gone: number, put: Buffer = Buffer.alloc(0)) =>
  Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + gone)])

/** A place in the bytes, most often near their head, where headers stand. */
const place = (bytes: Buffer, chance: Chance) =>
  chance(3) === 0 ? chance(Math.min(bytes.length, 300) + 1) : chance(bytes.length + 1)

function onLines(bytes: Buffer, change: (lines: Buffer[]) => void): Buffer {
  const lines: Buffer[] = []
  let from = 0
  for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, from)) {
    lines.push(bytes.subarray(from, end + 1))
    from = end + 1
  }
  lines.push(bytes.subarray(from))
  change(lines)
  return Buffer.concat(lines)
}

const DAMAGES: readonly Damage[] = [
  function flip(bytes, chance) {
    const copy = Buffer.from(bytes)
    const at = chance(bytes.length || 1)
    copy[at] = (copy[at] ?? 0) ^ (1 << chance(8))
    return copy
  },
  (bytes, chance) => bytes.subarray(0, chance(bytes.length + 1)),
  (bytes, chance) => bytes.subarray(chance(Math.min(bytes.length, 40) + 1)),
  (bytes, chance) => splice(bytes, place(bytes, chance), 0, oneOf(ODD_BYTES, chance)),
  (bytes, chance) => splice(bytes, place(bytes, chance), 1, oneOf(ODD_BYTES, chance)),
  (bytes, chance) => splice(bytes, place(bytes, chance), 0, oneOf(HALVES, chance)),
  (bytes, chance) => splice(bytes, place(bytes, chance), chance(60)),
  function repeat(bytes, chance) {
    const at = place(bytes, chance)
    return splice(bytes, chance(bytes.length + 1), 0, bytes.subarray(at, at + chance(400)))
  },
  (bytes, chance) => splice(bytes, place(bytes, chance), 0, randomBytes(chance, chance(20))),
  function swapLines(bytes, chance) {
    return onLines(bytes, (lines) => {
      const [one, other] = [chance(lines.length), chance(lines.length)]
      const [a, b] = [lines[one], lines[other]]
      if (a !== undefined && b !== undefined) [lines[one], lines[other]] = [b, a]
    })
  },
  (bytes, chance) => onLines(bytes, (lines) => lines.splice(chance(lines.length), 1)),
  (bytes, chance) => onLines(bytes, (lines) => lines.splice(0, chance(2))),
  function hugeCell(bytes, chance) {
    return splice(bytes, place(bytes, chance), 0, Buffer.alloc(oneOf([300, 70_000, 200_000], chance), 'x'))
  },
  function manyColumns(bytes, chance) {
    return onLines(bytes, (lines) => {
      const more = Buffer.from(
        `${oneOf([',c', ',', ';c', '\t'], chance).repeat(oneOf([30, 3000, 21_000], chance))}`,
      )
      lines.unshift(Buffer.concat([more, lines.shift() ?? more]))
    })
  },
]

export const randomBytes = (chance: Chance, length: number): Buffer =>
  Buffer.from(Array.from({ length }, () => chance(256)))

/** Bytes with one or several things done to them. */
export function damaged(bytes: Buffer, chance: Chance): Buffer {
  let now = bytes
  for (let times = 1 + chance(3); times > 0; times--) now = oneOf(DAMAGES, chance)(now, chance)
  return now
}
