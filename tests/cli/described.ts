import type { z } from 'zod'
import { HOUSEHOLD, type Words } from '../../src/report/schemas/parts.js'
import { RESULT_SCHEMAS } from '../../src/report/schemas/published.js'

type Result = { readonly [member: string]: unknown }
type Name = keyof typeof RESULT_SCHEMAS

/** What of a result in JSON its schema does not describe; nothing for a text that is no result. */
export function undescribed(text: string): string[] {
  if (!text.startsWith('{"schema":"tpa/')) return []
  const result: Result = JSON.parse(text)
  const name = nameOf(result)
  const { error } = RESULT_SCHEMAS[name](wordsIn(name, result)).safeParse(result)
  return error === undefined ? [] : issuesOf(error, `tpa/${name}`)
}

/** The schema by which a result is described. */
export function nameOf(result: Result): Name {
  const [, name = ''] = /^tpa\/(.*)@1$/.exec(String(result.schema)) ?? []
  const isAccepted = name === 'diff' && 'causes' in result
  const found = Object.keys(RESULT_SCHEMAS).find((each) => each === (isAccepted ? 'diff-accepted' : name))
  if (found === undefined) throw new Error(`no schema describes ${String(result.schema)}`)
  return found as Name
}

/** The words of a pack, as far as a result shows them: a member with a name of the pack's, and in it or its first record the id. */
function wordsIn(name: Name, result: Result): Words {
  const known: z.ZodObject = RESULT_SCHEMAS[name](HOUSEHOLD)
  const usual: readonly string[] = Object.values(HOUSEHOLD)
  const members = Object.keys(result)
  const word =
    members.find((member) => usual.includes(member)) ??
    members.find((member) => !(member in known.shape)) ??
    ''
  const value = result[word]
  const record: unknown = Array.isArray(value) ? value[0] : value
  const [id = HOUSEHOLD.id] = typeof record === 'object' && record !== null ? Object.keys(record) : []
  return { id: name === 'recompute' ? word : (heldId(result) ?? id), name: word, plural: word }
}

function heldId({ held }: Result): string | null {
  const [first] = Array.isArray(held) ? held : []
  return Object.keys(first ?? {})[0] ?? null
}

/** Each issue with its place; of a union those of the branch that fits best. */
export function issuesOf({ issues }: z.core.$ZodError, place: string): string[] {
  return issues.flatMap((issue) => {
    const at = [place, ...issue.path.map(String)].join('.')
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [`${at}: ${issue.message}`]
    const [best = []] = [...issue.errors].sort((a, b) => a.length - b.length)
    return best.map((each) => `${at}.${each.path.map(String).join('.')}: ${each.message}`)
  })
}
