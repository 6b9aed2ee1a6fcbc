/** Operands and options as a person would type them again, quoted where a shell needs it. */
export function typedAgain(files: readonly string[], rules: string | null, from: string | null): string {
  const options = [...(rules === null ? [] : ['--rules', rules]), ...(from === null ? [] : ['--from', from])]
  return [...files, ...options].map(forShell).join(' ')
}

const forShell = (word: string): string =>
  /^[\p{L}\p{N}_@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
