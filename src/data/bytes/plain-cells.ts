/** Words for yes and no as they usually stand; the lowest bit says which of them a word is. */
export const YES_NO = { other: 15 } as const

const isAt = (bytes: Uint8Array, at: number, a: number, b: number, c: number): boolean =>
  bytes[at] === a && bytes[at + 1] === b && bytes[at + 2] === c

/** The number of a word in small letters, or `YES_NO.other`. */
export function yesNoWord(bytes: Uint8Array, start: number, end: number): number {
  const first = bytes[start] as number
  switch (end - start) {
    case 3:
      if (isAt(bytes, start, 0x79, 0x65, 0x73)) return 1
      if (isAt(bytes, start, 0xe6, 0x98, 0xaf)) return 9
      return isAt(bytes, start, 0xe5, 0x90, 0xa6) ? 8 : YES_NO.other
    case 2:
      return first === 0x6e && bytes[start + 1] === 0x6f ? 0 : YES_NO.other
    case 1:
      return first === 0x30 ? 2 : first === 0x31 ? 3 : first === 0x6e ? 4 : first === 0x79 ? 5 : YES_NO.other
    case 4:
      return first === 0x74 && isAt(bytes, start + 1, 0x72, 0x75, 0x65) ? 7 : YES_NO.other
    case 5:
      return first === 0x66 && isAt(bytes, start + 1, 0x61, 0x6c, 0x73) && bytes[start + 4] === 0x65
        ? 6
        : YES_NO.other
    default:
      return YES_NO.other
  }
}

const DAYS = Uint8Array.from([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])

/** The day of `2020-12-31` as 20201231; 0 where the cell is no such text, or no day of the calendar. */
export function plainDay(bytes: Uint8Array, start: number, end: number): number {
  if (end - start !== 10 || bytes[start + 4] !== 0x2d || bytes[start + 7] !== 0x2d) return 0
  let day = 0
  for (let at = start; at < end; at++) {
    if (at === start + 4 || at === start + 7) continue
    const digit = (bytes[at] as number) - 48
    if (digit < 0 || digit > 9) return 0
    day = day * 10 + digit
  }
  const month = ((day / 100) | 0) % 100
  const ofMonth = day % 100
  const year = (day / 10_000) | 0
  if (ofMonth === 0 || month === 0 || month > 12 || year === 0) return 0
  if (ofMonth <= (DAYS[month] as number)) return day
  return month === 2 && ofMonth === 29 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? day : 0
}

/**
 * Whether a text can be no number that a spreadsheet has rounded, such as `4.4E+17`, in any of the characters that fold to one: its last
 * character is a letter of ours or a common ideograph.
 */
export function isPlainText(bytes: Uint8Array, start: number, end: number): boolean {
  const last = bytes[end - 1] as number
  if (last < 0x80) return (last >= 0x61 && last <= 0x7a) || (last >= 0x41 && last <= 0x5a)
  const lead = end - start >= 3 ? (bytes[end - 3] as number) : 0
  return lead >= 0xe4 && lead <= 0xe9
}

const NONE = -1

/** Finds which of some texts the bytes of a cell are; -1 is none of them. Texts are told apart by their length and first byte, then compared. */
export function textFinder(
  texts: ReadonlyMap<string, number>,
): (bytes: Uint8Array, start: number, end: number) => number {
  const first = new Int16Array(32 * 256).fill(NONE)
  const spellings: { readonly bytes: Uint8Array; readonly value: number; readonly next: number }[] = []
  for (const [text, value] of texts) {
    const bytes = Buffer.from(text)
    if (bytes.length === 0 || bytes.length > 31) continue
    const place = bytes.length * 256 + (bytes[0] ?? 0)
    spellings.push({ bytes, value, next: first[place] ?? NONE })
    first[place] = spellings.length - 1
  }
  return (bytes, start, end) => {
    const length = end - start
    if (length > 31) return NONE
    let number = first[length * 256 + (bytes[start] as number)] as number
    while (number !== NONE) {
      const spelling = spellings[number]
      if (spelling === undefined) return NONE
      let same = 1
      while (same < length && spelling.bytes[same] === bytes[start + same]) same++
      if (same === length) return spelling.value
      number = spelling.next
    }
    return NONE
  }
}
