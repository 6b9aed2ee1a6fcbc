/** Encodings that a survey file can be in, by their names in the Encoding Standard. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1256',
  'windows-874',
] as const

export type Encoding = (typeof ENCODINGS)[number]

/** The encoding of a label of the Encoding Standard, such as `GBK` or `latin1`; `null` for other labels. */
export function encodingNamed(label: string): Encoding | null {
  const name = canonical(label)
  return ENCODINGS.find((each) => each === name) ?? null
}

function canonical(label: string): string | null {
  try {
    const { encoding } = new TextDecoder(label)
    return encoding === 'gbk' ? 'gb18030' : encoding
  } catch {
    return null
  }
}

/** As a person writes it: `UTF-8`, `GB18030`, `windows-1252`. */
export const encodingName = (encoding: Encoding): string =>
  /^(?:utf|gb|euc)/.test(encoding) ? encoding.toUpperCase() : encoding
