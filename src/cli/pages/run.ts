import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../../base/diagnostic.js'
import { pageVoices, say, type Voices } from '../../base/say/say.js'
import { TPA_VERSION } from '../../base/shipped.js'
import type { Pack } from '../../lang/pack.js'
import { indexPage } from '../../report/pages/index-page.js'
import { packPage } from '../../report/pages/pack-page.js'
import { diagnosticOf } from '../../survey/files/input.js'
import { loadSuites, type TestCase } from '../../testing/cases/suite.js'
import { changesBetween } from '../../testing/changes/changes.js'
import { type ParentPack, parentOf } from '../request/parent-changes.js'
import { pathOf, readerOf } from '../request/report-targets.js'
import { folderOf, loadRules, noPack, packsHere } from '../request/rules.js'
import { ExitCode } from '../terminal/exit-code.js'
import { type Inputs, lookUpInputs, statOf } from '../terminal/inputs.js'
import { refuse } from '../terminal/messages.js'
import { createOutputs } from '../terminal/outputs.js'
import { tell } from '../terminal/reader.js'
import { type Target, targetFaults, writingError } from '../terminal/target.js'
import type { Terminal } from '../terminal/terminal.js'
import { usageFault } from '../terminal/usage.js'

export interface PagesRequest {
  readonly packs: readonly string[]
  /** A file for one pack, or a folder; `null` for stdout. */
  readonly output: string | null
  readonly quiet: boolean
}

/** A pack that has a page, with what its page needs. */
interface ListedPack {
  readonly pack: Pack
  readonly parent: ParentPack | null
  readonly cases: readonly TestCase[]
  readonly files: readonly string[]
}

/** `tpa pages`: packs as pages that people read. */
export async function pages(request: PagesRequest, terminal: Terminal): Promise<ExitCode> {
  const places = request.packs.length > 0 ? request.packs : packsHere()
  if (places.length === 0) return refuse([noPack('check')], terminal)
  const path = pathOf(request.output)
  const isFolder = places.length > 1 || (path !== null && leadsToFolder(path))
  if (isFolder && path === null)
    return refuse([usageFault(say('usage.pages'), say('usage.pages.help'))], terminal, 'tpa pages')
  const listed = await listPacks(places, isFolder)
  if ('faults' in listed) return refuse(listed.faults, terminal)
  const { packs } = listed
  const inputs = await lookUpInputs({ packs: packs.flatMap(({ files }) => files), ...NO_OTHER })
  const voices = await pageVoices()
  const texts = isFolder ? folderTexts(packs, path ?? '', voices) : fileTexts(packs, request.output, voices)
  const faults = isFolder ? folderFaults(path ?? '') : []
  if (faults.length === 0) faults.push(...targetFaults([...texts.keys()], inputs))
  if (faults.length > 0) return refuse(faults, terminal, 'tpa pages')
  await writeAll(texts, inputs, terminal)
  if (isFolder && !request.quiet)
    tell([say('pages.written', { count: texts.size, folder: path ?? '' })], terminal.stderr)
  return ExitCode.Ran
}

const NO_OTHER = { surveys: [], mapping: null, suites: [], baseline: null, record: null, repositories: [] }

const leadsToFolder = (path: string): boolean => /[/\\]$/.test(path) || statOf(path)?.isDirectory() === true

/** The packs by their ids; in a folder those that they extend have pages too. */
async function listPacks(
  places: readonly string[],
  withParents: boolean,
): Promise<{ packs: readonly ListedPack[] } | { faults: readonly Diagnostic[] }> {
  const packs = new Map<string, ListedPack>()
  const faults: Diagnostic[] = []
  const waiting = [...places]
  for (let place = waiting.shift(); place !== undefined; place = waiting.shift()) {
    const rules = await loadRules(place)
    if ('faults' in rules) {
      faults.push(...rules.faults)
      continue
    }
    const { pack, files } = rules
    const before = packs.get(pack.id)
    if (before !== undefined) {
      if (before.pack.hash !== pack.hash) faults.push(twoPacks(pack.id))
      continue
    }
    const parent = await parentOf(place, pack)
    const suites = await loadSuites(pack, folderOf(place).folder, folderOf(place).shown)
    packs.set(pack.id, { pack, parent, cases: 'cases' in suites ? suites.cases : [], files })
    if (withParents && parent !== null) waiting.push(parent.place)
  }
  return faults.length > 0 ? { faults } : { packs: [...packs.values()] }
}

const twoPacks = (id: string): Diagnostic =>
  usageFault(say('usage.pages.twice', { id }), say('usage.pages.twice.help'))

const pageName = (id: string): string => `${id}.html`

function pageOf({ pack, parent, cases }: ListedPack, hasParentPage: boolean, voices: Voices): string {
  return packPage(
    {
      pack,
      changes: parent === null ? null : () => changesBetween(parent.pack, pack),
      parentPage: hasParentPage && parent !== null ? pageName(parent.pack.id) : null,
      cases,
      tpa: TPA_VERSION,
    },
    voices,
  )
}

type Texts = ReadonlyMap<Target, string>

function fileTexts(packs: readonly ListedPack[], output: string | null, voices: Voices): Texts {
  const target = { path: pathOf(output), asked: output === null ? 'stdout' : `-o ${output}` }
  return new Map(packs.map((each) => [target, pageOf(each, false, voices)]))
}

function folderTexts(packs: readonly ListedPack[], folder: string, voices: Voices): Texts {
  const target = (name: string): Target => ({ path: join(folder, name), asked: `-o ${join(folder, name)}` })
  const listed = packs.map(({ pack }) => ({ pack, file: pageName(pack.id) }))
  return new Map([
    [target('index.html'), indexPage(listed, TPA_VERSION, voices)],
    ...packs.map((each) => [target(pageName(each.pack.id)), pageOf(each, true, voices)] as const),
  ])
}

/** Makes the folder; what stands against it. */
function folderFaults(folder: string): Diagnostic[] {
  try {
    mkdirSync(folder, { recursive: true })
    return []
  } catch (error) {
    const fault = diagnosticOf(writingError(`-o ${folder}`, error))
    if (fault === null) throw error
    return [fault]
  }
}

async function writeAll(texts: Texts, inputs: Inputs, terminal: Terminal): Promise<void> {
  const outputs = createOutputs(inputs)
  try {
    for (const [target, text] of texts) {
      const output = await outputs.open(target, readerOf('html', target.path, terminal))
      await output.write(text)
    }
    await outputs.finish()
  } finally {
    await outputs.drop()
  }
}
