import { digits, readDecimal } from '../../base/decimal.js'
import { makeSource } from '../../base/source.js'
import { readJson } from '../../base/tree/json.js'
import { type Json, jsonText } from '../../base/tree/json-text.js'
import { entryOf, type Tree, type TreeMapping } from '../../base/tree/tree.js'
import type { Pack } from '../../lang/pack.js'
import { outputsJson, recordJson } from '../assess/record-json.js'
import { type AssessedCase, FINDINGS_SHOWN, type FindingsShown } from '../assess/report.js'

/** What came of judging a stored record again. */
export interface Recomputation {
  readonly pack: Pack
  readonly id: string
  readonly differences: readonly Difference[]
  /** What the stored result says of its making; `null` where it does not say, as one record alone. */
  readonly storedBy: Making | null
}

/** The tpa and the pack that made a result. */
export interface Making {
  readonly tpa: string
  readonly pack: { readonly id: string; readonly version: string; readonly hash: string }
}

/** A member that differs. Both sides are JSON texts; `null` where a side has no such member. */
export interface Difference {
  readonly member: string
  readonly stored: string | null
  readonly now: string | null
}

const COMPARED = [
  'decision',
  'possible',
  'reasons',
  'needs',
  'blocked',
  'assumed',
  'as_of',
  'as_of_from',
  'id',
] as const

/** Every member of a stored result that differs when its facts are judged again; findings are compared one by one. */
export function differencesFrom(pack: Pack, stored: TreeMapping, fresh: AssessedCase): Difference[] {
  const now = recordJson(pack, fresh, shownIn(stored)) as { readonly [member: string]: Json }
  const members = COMPARED.flatMap((member) =>
    differ(member, treeText(entryOf(stored, member)?.value), jsonText(now[member] ?? null)),
  )
  const outputs = differentMembers(
    'outputs',
    entryOf(stored, 'outputs')?.value,
    outputsJson(fresh.assessment),
  )
  const findings = findingDifferences(entryOf(stored, 'findings')?.value, jsonText(now.findings ?? []))
  return [...members, ...outputs, ...findings]
}

/** Which findings a stored result shows. */
function shownIn(stored: TreeMapping): FindingsShown {
  const text = treeText(entryOf(stored, 'findings_shown')?.value)
  return FINDINGS_SHOWN.find((shown) => JSON.stringify(shown) === text) ?? 'all'
}

/** The members that differ between two objects; those of the stored one come first. */
function differentMembers(
  name: string,
  stored: Tree | undefined,
  now: { readonly [member: string]: Json },
): Difference[] {
  const before = new Map(
    stored?.kind === 'mapping' ? stored.entries.map(({ key, value }) => [key.text, treeText(value)]) : [],
  )
  const names = new Set([...before.keys(), ...Object.keys(now)])
  return [...names].flatMap((each) => {
    const value = now[each]
    return differ(`${name}.${each}`, before.get(each) ?? null, value === undefined ? null : jsonText(value))
  })
}

function differ(member: string, stored: string | null, now: string | null): Difference[] {
  return stored === now ? [] : [{ member, stored, now }]
}

/** What differs in each finding: its verdict, its comparisons, its source, its sentence. */
function findingDifferences(stored: Tree | undefined, now: string): Difference[] {
  const before = findingsById(stored)
  const after = findingsById(documentOf(now))
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((criterion) => {
    const [was, is] = [before.get(criterion), after.get(criterion)]
    const names = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])
    return [...names].flatMap((name) =>
      differ(
        name === 'verdict' ? `verdict of ${criterion}` : `findings.${criterion}.${name}`,
        was?.get(name) ?? null,
        is?.get(name) ?? null,
      ),
    )
  })
}

function documentOf(json: string): Tree | undefined {
  const reading = readJson(makeSource('', json))
  return 'documents' in reading ? reading.documents[0] : undefined
}

/** The members of each finding as texts, without the places of cells, because a stored record does not say where its members stood. */
function findingsById(findings: Tree | undefined): Map<string, Map<string, string | null>> {
  const byId = new Map<string, Map<string, string | null>>()
  for (const finding of findings?.kind === 'sequence' ? findings.items : []) {
    if (finding.kind !== 'mapping') continue
    const id = entryOf(finding, 'criterion')?.value
    const members = finding.entries.map(({ key, value }): [string, string | null] => [
      key.text,
      treeText(withoutPlaces(value)),
    ])
    byId.set(id?.kind === 'scalar' ? id.text : '', new Map(members))
  }
  return byId
}

/** Members of a finding that name cells by file and header. */
const PLACES: ReadonlySet<string> = new Set(['at', 'gap_field'])

function withoutPlaces(tree: Tree): Tree {
  if (tree.kind === 'sequence') return { ...tree, items: tree.items.map(withoutPlaces) }
  return tree.kind === 'mapping'
    ? { ...tree, entries: tree.entries.filter(({ key }) => !PLACES.has(key.text)) }
    : tree
}

/** A stored value as the JSON that tpa writes for it; numerals are in plain digits, however they were written. */
export function treeText(tree: Tree | undefined): string | null {
  if (tree === undefined) return null
  switch (tree.kind) {
    case 'sequence':
      return `[${tree.items.map(treeText).join(',')}]`
    case 'mapping':
      return `{${tree.entries.map(({ key, value }) => `${JSON.stringify(key.text)}:${treeText(value)}`).join(',')}}`
    case 'scalar': {
      if (!tree.plain) return JSON.stringify(tree.text)
      const reading = readDecimal(tree.text)
      return 'value' in reading ? digits(reading.value) : tree.text
    }
  }
}
