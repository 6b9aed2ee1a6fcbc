import { readFileSync } from 'node:fs'

/** The version of tpa, as package.json has it. */
export function tpaVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  const { version } = JSON.parse(text) as { version: string }
  return version
}
