import { readFile } from 'node:fs/promises'
import type { Diagnostic } from '../../base/diagnostic.js'
import { type PlainSentence, say } from '../../base/say/say.js'
import type { Rewriting, TestedPack } from '../../report/test/summary.js'
import { updateSuites } from '../../testing/update/update.js'
import { type Inputs, realOf } from '../terminal/inputs.js'
import { type Target, targetFaults, unwritable } from '../terminal/target.js'
import { usageFault } from '../terminal/usage.js'
import type { Loaded } from './load.js'
import type { TestRequest } from './request.js'

/** A file of cases and its new text. */
export interface RewrittenFile {
  readonly target: Target
  readonly text: string
}

/** The results of the cases after their files are written, and the files to write. */
export interface Updated {
  readonly packs: readonly TestedPack[]
  readonly rewriting: Rewriting
  readonly files: readonly RewrittenFile[]
}

/** Why expectations may not be rewritten in a run: nobody would read what changes, or half of it is asked for. */
export function updateFaults({ update, coverage, mutate, failFast }: TestRequest): Diagnostic[] {
  if (!update) return []
  const excluded = (isAsked: boolean, flag: string, help: PlainSentence) =>
    isAsked ? [usageFault(say('usage.exclude', { one: '--update', other: flag }), say(help))] : []
  const faults = [
    ...excluded(coverage, '--coverage', 'usage.exclude.help.measure'),
    ...excluded(mutate, '--mutate', 'usage.exclude.help.measure'),
    ...excluded(failFast, '--fail-fast', 'usage.exclude.help.filter'),
  ]
  return faults.length === 0 && process.env.CI
    ? [usageFault(say('usage.update-ci'), say('usage.update-ci.help'))]
    : faults
}

/** Makes the expectations of the cases that were run say what came of them; nothing is written yet. */
export async function updateCases(
  ran: readonly TestedPack[],
  loaded: readonly Loaded[],
  inputs: Inputs,
): Promise<Updated | { readonly faults: readonly Diagnostic[] }> {
  const tested = ran.flatMap(({ pack, results }, index) => {
    const { cases = [], texts = [], suiteFiles = [] } = loaded[index] ?? {}
    return pack === null ? [] : [{ index, pack, results, cases, texts, files: suiteFiles.map(realOf) }]
  })
  const { texts, packs, rewritten, left } = updateSuites(tested)
  const files: RewrittenFile[] = []
  const faults: Diagnostic[] = []
  for (const [file, text] of texts) {
    const read = tested.flatMap((each) => each.texts[each.files.indexOf(file)]?.text ?? [])
    const found = await fileToRewrite(file, nameOf(loaded, file), read, text)
    if ('fault' in found) faults.push(found.fault)
    else files.push(found)
  }
  faults.push(
    ...targetFaults(
      files.map(({ target }) => target),
      inputs,
    ),
  )
  if (faults.length > 0) return { faults }
  const results = new Map(tested.map(({ index }, at) => [index, packs[at]?.results ?? []]))
  return {
    packs: ran.map((each, index) => ({ ...each, results: results.get(index) ?? each.results })),
    rewriting: { rewritten, left, files: files.length },
    files,
  }
}

/** The file as the user knows it, and not where links lead. */
const nameOf = (loaded: readonly Loaded[], file: string) =>
  loaded.flatMap(({ suiteFiles }) => suiteFiles).find((each) => realOf(each) === file) ?? file

const MARK = '\uFEFF'

/** A file whose bytes are still those that were read; what a decoder has replaced would be lost. */
async function fileToRewrite(
  file: string,
  name: string,
  read: readonly string[],
  text: string,
): Promise<RewrittenFile | { readonly fault: Diagnostic }> {
  const target: Target = { path: name, asked: `--update ${name}`, replaces: 'suites' }
  const bytes = await readFile(file).catch(() => null)
  const mark = bytes?.toString('utf8').startsWith(MARK) ? MARK : ''
  if (bytes !== null && read.every((each) => bytes.equals(Buffer.from(mark + each))))
    return { target, text: mark + text }
  const what = say('unwritable-output.changed')
  return { fault: unwritable(target.asked, what, say('unwritable-output.help.changed')) }
}
