import { say } from '../../base/say/say.js'
import type { Json } from '../../base/tree/json-text.js'
import type { RewrittenCase } from '../../testing/update/update.js'
import { capitalised, listed, parted } from '../text/words.js'
import { expectedText, seenJson, seenText } from './failure.js'
import type { Rewriting, TestSummary } from './summary.js'

/** Members that stand elsewhere than in their case, or for others too: `Decision stands at line 7, for 4 cases.` */
export function placeNotes({ places }: RewrittenCase): string[] {
  const shared = new Map<string, { line: number; cases: number; members: string[] }>()
  for (const [member, { line, cases }] of places) {
    if (cases < 2) continue
    const key = `${line} ${cases}`
    shared.set(key, { line, cases, members: [...(shared.get(key)?.members ?? []), member] })
  }
  return [...shared.values()].map(({ line, cases, members }) =>
    say(members.length === 1 ? 'test.stands' : 'test.stand', {
      members: capitalised(listed(members, 'and')),
      line,
      cases,
    }),
  )
}

/** `rules/mine/tests/x.yaml:12 below the line: decision not_eligible → register; reasons none → income` */
export function rewrittenSentence({ result: { case: each, mismatches } }: RewrittenCase): string {
  const changes = mismatches.map((mismatch) =>
    say('test.change', {
      member: mismatch.of,
      was: expectedText(mismatch),
      now: seenText(mismatch.got),
    }),
  )
  return say('test.changed', {
    place: `${each.file}:${each.line}`,
    name: each.name,
    changes: parted(changes),
  })
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
