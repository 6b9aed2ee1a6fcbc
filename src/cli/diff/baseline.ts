import { readFile } from 'node:fs/promises'
import type { Diagnostic } from '../../base/diagnostic.js'
import { inOtherLanguages, type PlainSentence, say } from '../../base/say/say.js'
import { DIFF_SCHEMA } from '../../report/diff/json.js'
import { shownFile } from '../../report/text/shown-file.js'

/** Reads what `--accept` wrote; a file that is not such a result is a fault. */
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

/**
 * Where the result differs from the baseline, each place once; nothing where it is the same.
 * @param result gives it in the language that is spoken: the words of changes are compared too, in the language in which they were accepted
 */
export async function baselineDifferences(
  file: string,
  stored: string,
  result: () => string,
): Promise<Diagnostic[]> {
  const accepted = parsed(stored)
  const differencesOf = (text: string) => differencesBetween(accepted, parsed(text), '')
  const own = differencesOf(result())
  if (own.length === 0) return []
  const others = (await inOtherLanguages(result)).map(differencesOf)
  const differences = others.reduce((least, each) => (each.length < least.length ? each : least), own)
  if (differences.length === 0) return []
  const more = differences.length - MOST
  const shown = [
    ...differences.slice(0, MOST).map(inWords),
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

/** A place at which two JSON texts differ. */
interface Difference {
  readonly place: string
  readonly accepted: unknown
  readonly now: unknown
}

function differencesBetween(before: unknown, after: unknown, path: string): Difference[] {
  if (isObject(before) && isObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return keys.flatMap((key) =>
      differencesBetween(memberOf(before, key), memberOf(after, key), path === '' ? key : `${path}.${key}`),
    )
  }
  return JSON.stringify(before) === JSON.stringify(after)
    ? []
    : [{ place: path, accepted: before, now: after }]
}

const inWords = ({ place, accepted, now }: Difference): string =>
  say('baseline-differs.place', { place, accepted: shown(accepted), now: shown(now) })

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
