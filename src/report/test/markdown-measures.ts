import { printable } from '../../base/inert-text.js'
import { escaped } from '../text/markdown.js'
import { coverageShare, unreachableLines } from './coverage.js'
import { holesOf, lineOf, type Missing, survivorsOf } from './missing.js'
import { equivalentLines, mutationShare, NOT_COUNTED } from './mutation.js'
import { isMissed, type Measure, minimumSentence, type TestedPack } from './summary.js'

/** A section for each measure: its share and gate, a table of what is missing, then all cases to paste in one block. */
export function measureSections({ place, measures: { coverage, mutation, gates } }: TestedPack): string[] {
  const tripped = (measure: Measure) =>
    gates
      .filter((gate) => gate.measure === measure && isMissed(gate))
      .map((gate) => `**${escaped(minimumSentence(place, gate))}**`)
  const ofCoverage = coverage && [
    `## ${escaped(`Coverage of ${place}: ${coverageShare(coverage)}`)}`,
    ...tripped('coverage'),
    ...unreachableLines(coverage).map(escaped),
    ...missingParts(holesOf(coverage)),
  ]
  const ofMutation = mutation && [
    `## ${escaped(`Mutation of ${place}: ${mutationShare(mutation)}`)}`,
    ...tripped('mutation'),
    ...missingParts(survivorsOf(mutation)),
    ...(mutation.equivalent.length === 0
      ? []
      : [
          `${NOT_COUNTED}\n\n${equivalentLines(mutation)
            .map((line) => `- ${escaped(line)}`)
            .join('\n')}`,
        ]),
  ]
  return [...(ofCoverage ?? []), ...(ofMutation ?? [])]
}

function missingParts(missing: readonly Missing[]): string[] {
  if (missing.length === 0) return []
  const list = missing.map(({ place, says }) => `- ${escaped(`${lineOf(place)}: ${says}`)}`)
  const cases = missing.flatMap(({ witness }) => witness?.split('\n').map((line) => `  ${line}`) ?? [])
  return [list.join('\n'), ...(cases.length === 0 ? [] : ['To paste under `cases:`', fenced('yaml', cases)])]
}

/** Lines as they are, between fences that none of them can close. */
export function fenced(language: string, lines: readonly string[]): string {
  const text = lines.map(printable).join('\n')
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text}\n${fence}`
}
