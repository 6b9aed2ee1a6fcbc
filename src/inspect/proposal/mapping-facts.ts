import { say } from '../../base/say/say.js'
import type { Candidate, FactFinding } from './inspection.js'
import { yamlComment } from './yaml-text.js'

/** The facts of one table as lines of a mapping, each with its reason. Uncertain ones are comments. */
export function factLines(
  facts: readonly FactFinding[],
  isOwn: (candidate: Candidate) => boolean,
  key: 'facts' | 'members',
  indent: string,
): string[] {
  const inner = `${indent}  `
  const blocks = facts.flatMap(({ fact, candidates }) =>
    candidates.filter(isOwn).map((candidate) => ({
      isCertain: candidate.isCertain,
      lines: candidate.isCertain ? certainLines(fact, candidate, inner) : maybeLines(fact, candidate, inner),
    })),
  )
  if (blocks.length === 0) return []
  const isEmpty = !blocks.some(({ isCertain }) => isCertain)
  const head = isEmpty
    ? [`${indent}${key}: {} # ${say('proposal.empty-facts', { braces: '{}' })}`]
    : [`${indent}${key}:`]
  return [...head, ...blocks.flatMap(({ lines }) => lines)]
}

const certainLines = (fact: string, { why, yaml, decide }: Candidate, indent: string): string[] => [
  ...yamlComment(why, indent),
  `${indent}${fact}: ${yaml}`,
  ...(decide === null
    ? []
    : [
        ...yamlComment(say('proposal.decide', { why: decide.why }), indent),
        `${indent}# ${fact}: ${decide.yaml}`,
      ]),
]

const maybeLines = (fact: string, { why, yaml, decide }: Candidate, indent: string): string[] => [
  ...yamlComment(
    say('proposal.maybe', { why: decide === null ? why : why + say('remarks.item') + decide.why }),
    indent,
  ),
  `${indent}# ${fact}: ${decide?.yaml ?? yaml}`,
]
