/** Writes cells as bytes into one buffer; text is ASCII. */
export interface Pen {
  readonly bytes: Buffer
  at: number
}

export const COMMA = 44
export const LINE_FEED = 10
export const QUOTE = 34
const ZERO = 48
const POINT = 46

export function putByte(pen: Pen, byte: number): void {
  pen.bytes[pen.at] = byte
  pen.at += 1
}

export function putText(pen: Pen, text: Uint8Array): void {
  const { bytes, at } = pen
  for (let i = 0; i < text.length; i += 1) bytes[at + i] = text[i] ?? 0
  pen.at = at + text.length
}

/** A whole number from 0 to below 2³¹, with zeros before it up to a width. */
export function putWhole(pen: Pen, value: number, width = 1): void {
  const { bytes, at } = pen
  let end = at + width
  for (let power = POWERS[width] ?? 0; power <= value; power *= 10) end += 1
  putDigits(bytes, at, end, value)
  pen.at = end
}

const POWERS = Array.from({ length: 10 }, (_, places) => 10 ** places)

function putDigits(bytes: Buffer, from: number, end: number, value: number): void {
  let rest = value | 0
  for (let i = end - 1; i >= from; i -= 1) {
    const next = (rest / 10) | 0
    bytes[i] = ZERO + rest - next * 10
    rest = next
  }
}

/** Fen as yuan with two places. */
export function putMoney(pen: Pen, fen: number): void {
  const yuan = (fen / 100) | 0
  putWhole(pen, yuan)
  const { bytes, at } = pen
  bytes[at] = POINT
  putDigits(bytes, at + 1, at + 3, fen - yuan * 100)
  pen.at = at + 3
}

/** Tenths with one place, or none where it is 0. */
export function putTenths(pen: Pen, tenths: number): void {
  const whole = (tenths / 10) | 0
  putWhole(pen, whole)
  if (tenths === whole * 10) return
  putByte(pen, POINT)
  putByte(pen, ZERO + tenths - whole * 10)
}
