/** The text of a stored cell. `_x000D_` stands for a character that XML cannot hold; it stays as it is if that is NUL or half a character. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  const read = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  return /\0|\p{Surrogate}/u.test(read) ? text : read
}
