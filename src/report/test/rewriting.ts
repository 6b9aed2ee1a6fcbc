import type { Json } from '../../base/tree/json-text.js'
import type { RewrittenCase } from '../../testing/update/update.js'
import { capitalised, listed } from '../text/words.js'
import { expectedText, seenJson, seenText } from './failure.js'
import type { Rewriting, TestSummary } from './summary.js'

/** What a person is told behind expectations that were rewritten. */
export const READ_THEM =
  'Read each change before you commit it: these cases, under the names that they had, now expect what the pack does, right or wrong.'

/** Members that stand elsewhere than in their case, or for others too: `Decision stands at line 7, for 4 cases.` */
export function placeNotes({ places }: RewrittenCase): string[] {
  const shared = new Map<string, string[]>()
  for (const [member, { line, cases }] of places) {
    if (cases < 2) continue
    const where = `at line ${line}, for ${cases} cases.`
    shared.set(where, [...(shared.get(where) ?? []), member])
  }
  return [...shared].map(
    ([where, members]) =>
      `${capitalised(listed(members, 'and'))} ${members.length === 1 ? 'stands' : 'stand'} ${where}`,
  )
}

/** `rules/mine/tests/x.yaml:12 below the line: decision not_eligible → register; reasons none → income` */
export function rewrittenSentence({ result: { case: each, mismatches } }: RewrittenCase): string {
  const changes = mismatches.map(
    (mismatch) => `${mismatch.of} ${expectedText(mismatch)} → ${seenText(mismatch.got)}`,
  )
  return `${each.file}:${each.line} ${each.name}: ${changes.join('; ')}`
}

/** Why a case that fails was not rewritten; `null` where nobody asked for that. */
export const leftWords = ({ rewriting }: TestSummary, each: RewrittenCase['result']): string | null =>
  rewriting?.left.get(each.case) ?? null

export const rewritingJson = ({ rewritten, left }: Rewriting): Json => ({
  rewritten: rewritten.map(({ result: { case: each, mismatches }, places }) => ({
    file: each.file,
    line: each.line,
    name: each.name,
    members: mismatches.map(({ of, expected, got }) => ({
      of,
      was: seenJson(expected),
      now: seenJson(got),
      line: places.get(of)?.line ?? null,
      cases: places.get(of)?.cases ?? null,
    })),
  })),
  left: [...left].map(([{ file, line, name }, why]) => ({ file, line, name, why })),
})
