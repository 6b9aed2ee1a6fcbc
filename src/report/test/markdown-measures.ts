import { printable } from '../../base/inert-text.js'
import { say } from '../../base/say/say.js'
import { escaped } from '../text/markdown.js'
import { coverageShare, unreachableLines } from './coverage.js'
import { holesOf, lineOf, type Missing, survivorsOf } from './missing.js'
import { equivalentLines, mutationShare } from './mutation.js'
import { isMissed, type Measure, minimumSentence, type TestedPack } from './summary.js'

/** A section for each measure: its share and gate, a table of what is missing, then all cases to paste in one block. */
export function measureSections({ place, measures: { coverage, mutation, gates } }: TestedPack): string[] {
  const tripped = (measure: Measure) =>
    gates
      .filter((gate) => gate.measure === measure && isMissed(gate))
      .map((gate) => `**${escaped(minimumSentence(place, gate))}**`)
  const ofCoverage = coverage && [
    `## ${escaped(say('test.coverage-of', { place, share: coverageShare(coverage) }))}`,
    ...tripped('coverage'),
    ...unreachableLines(coverage).map(escaped),
    ...missingParts(holesOf(coverage)),
  ]
  const ofMutation = mutation && [
    `## ${escaped(say('test.mutation-of', { place, share: mutationShare(mutation) }))}`,
    ...tripped('mutation'),
    ...missingParts(survivorsOf(mutation)),
    ...(mutation.equivalent.length === 0
      ? []
      : [
          `${say('test.not-counted')}\n\n${equivalentLines(mutation)
            .map((line) => `- ${escaped(line)}`)
            .join('\n')}`,
        ]),
  ]
  return [...(ofCoverage ?? []), ...(ofMutation ?? [])]
}

function missingParts(missing: readonly Missing[]): string[] {
  if (missing.length === 0) return []
  const list = missing.map(
    ({ place, says }) => `- ${escaped(say('test.at', { place: lineOf(place), words: says }))}`,
  )
  const cases = missing.flatMap(({ witness }) => witness?.split('\n').map((line) => `  ${line}`) ?? [])
  return [list.join('\n'), ...(cases.length === 0 ? [] : [say('test.paste'), fenced('yaml', cases)])]
}

/** Lines as they are, between fences that none of them can close. */
export function fenced(language: string, lines: readonly string[]): string {
  const text = lines.map(printable).join('\n')
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text}\n${fence}`
}
