/** A number in a cell: its digits without sign and point, those before the point, and how many come after the point. */
export interface WrittenNumber {
  value: number
  whole: number
  behind: number
}

const POINT = 0x2e
const ZERO = 0x30

/** Reads digits with one point or none; `false` where there is anything else, or more digits than are exact. */
export function readDigits(bytes: Uint8Array, start: number, end: number, into: WrittenNumber): boolean {
  let point = -1
  let value = 0
  let whole = 0
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number
    if (byte === POINT && point < 0 && at > start) {
      point = at
      whole = value
    } else if (byte >= ZERO && byte <= ZERO + 9) value = value * 10 + byte - ZERO
    else return false
  }
  into.value = value
  into.whole = point < 0 ? value : whole
  into.behind = point < 0 ? 0 : end - point - 1
  return end - start <= 15 && end > start && point !== end - 1
}
