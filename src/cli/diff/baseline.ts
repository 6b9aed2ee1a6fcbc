import { readFile } from 'node:fs/promises'
import type { Diagnostic } from '../../base/diagnostic.js'
import { DIFF_SCHEMA } from '../../report/diff/json.js'
import { shownFile } from '../../report/text/shown-file.js'

/** Reads what `--accept` wrote; a file that is no such result is a fault. */
export async function readBaseline(file: string): Promise<{ text: string } | { fault: Diagnostic }> {
  const notBaseline = (message: string): { fault: Diagnostic } => ({
    fault: {
      code: 'not-a-baseline',
      severity: 'error',
      message: `\`--baseline ${file}\`: ${message}`,
      help: 'write it with `tpa diff … --accept FILE`',
      at: null,
    },
  })
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return notBaseline('there is no such file, or it cannot be read')
  const stored = parsed(text)
  if (stored === undefined) return notBaseline('it is no JSON')
  const schema = memberOf(stored, 'schema')
  if (schema !== DIFF_SCHEMA || memberOf(stored, 'causes') === undefined)
    return notBaseline('it holds no accepted result of `tpa diff`')
  return { text }
}

const MOST = 10

/** Where the result differs from the baseline, each place once; nothing where it is the same. */
export function baselineDifferences(file: string, stored: string, result: string): Diagnostic[] {
  const differences = differencesBetween(parsed(stored), parsed(result), '')
  if (differences.length === 0) return []
  const more = differences.length - MOST
  const shown = [...differences.slice(0, MOST), ...(more > 0 ? [`${more} more`] : [])]
  return [
    {
      code: 'baseline-differs',
      severity: 'error',
      message: `the result is not the one that \`${shownFile(file)}\` accepts`,
      why: shown.join('\n'),
      help: 'if it is what was meant, write it again with `--accept`',
      at: null,
    },
  ]
}

function differencesBetween(before: unknown, after: unknown, path: string): string[] {
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return keys.flatMap((key) =>
      differencesBetween(memberOf(before, key), memberOf(after, key), path === '' ? key : `${path}.${key}`),
    )
  }
  const [then, now] = [shown(before), shown(after)]
  return then === now ? [] : [`${path}: accepted ${then}, now ${now}`]
}

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value))

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const memberOf = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
