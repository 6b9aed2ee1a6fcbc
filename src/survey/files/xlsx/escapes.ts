/** The text of a cell as stored: what XML cannot hold is written `_x000D_`. What would be no text, NUL or half a character, stands as it is. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  const read = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  return /\0|\p{Surrogate}/u.test(read) ? text : read
}
