import { readFile } from 'node:fs/promises'
import type { Diagnostic } from '../../base/diagnostic.js'
import { type PlainSentence, say } from '../../base/say/say.js'
import { DIFF_SCHEMA } from '../../report/diff/json.js'
import { shownFile } from '../../report/text/shown-file.js'

/** Reads what `--accept` wrote; a file that is no such result is a fault. */
export async function readBaseline(file: string): Promise<{ text: string } | { fault: Diagnostic }> {
  const notBaseline = (what: PlainSentence): { fault: Diagnostic } => ({
    fault: {
      code: 'not-a-baseline',
      severity: 'error',
      message: say('not-a-baseline', { file, what: say(what) }),
      help: say('not-a-baseline.help'),
      at: null,
    },
  })
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return notBaseline('not-a-baseline.no-file')
  const stored = parsed(text)
  if (stored === undefined) return notBaseline('not-a-baseline.no-json')
  const schema = memberOf(stored, 'schema')
  if (schema !== DIFF_SCHEMA || memberOf(stored, 'causes') === undefined)
    return notBaseline('not-a-baseline.other')
  return { text }
}

const MOST = 10

/** Where the result differs from the baseline, each place once; nothing where it is the same. */
export function baselineDifferences(file: string, stored: string, result: string): Diagnostic[] {
  const differences = differencesBetween(parsed(stored), parsed(result), '')
  if (differences.length === 0) return []
  const more = differences.length - MOST
  const shown = [
    ...differences.slice(0, MOST),
    ...(more > 0 ? [say('baseline-differs.more', { count: more })] : []),
  ]
  return [
    {
      code: 'baseline-differs',
      severity: 'error',
      message: say('baseline-differs', { file: shownFile(file) }),
      why: shown.join('\n'),
      help: say('baseline-differs.help'),
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
  return then === now ? [] : [say('baseline-differs.place', { place: path, accepted: then, now })]
}

const shown = (value: unknown): string =>
  value === undefined ? say('baseline-differs.nothing') : JSON.stringify(value)

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
