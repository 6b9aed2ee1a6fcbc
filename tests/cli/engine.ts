/** A result without the words and the member by which alone engines differ. */
export const withoutEngine = (text: string): string =>
  text.replace(/;\s+compiled\s+\d+,\s+interpreted\s+\d+|,"engine":\{"compiled":\d+,"interpreted":\d+\}/g, '')
