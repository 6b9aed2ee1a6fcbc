import { posix } from 'node:path'
import type { Diagnostic } from '../../../base/diagnostic.js'
import { say } from '../../../base/say/say.js'
import { brokenInput, diagnosticOf, inputFault } from '../input.js'
import type { CutRow } from '../table.js'
import { MOST_TIMES, type ZipEntry } from '../zip.js'
import { openBlanks } from './blanks.js'
import type { CellContext } from './cell-text.js'
import { type Merges, readMerges } from './merges.js'
import { NO_STRINGS, readSharedStrings } from './shared-strings.js'
import { readSheet } from './sheet.js'
import { readStyles } from './styles.js'
import { brokenXml, prefixed, readWholeXml, unrealXml } from './xml.js'

export interface Sheet {
  readonly name: string
  /** Whether a person who opens the workbook does not see it. */
  readonly isHidden: boolean
  /** Of its XML. */
  readonly bytes: number
  /** Throws what `diagnosticOf` knows where the workbook is damaged. */
  rows(onBytes: (bytes: number) => void): AsyncGenerator<CutRow[]>
  merges(): Promise<Merges>
}

type Parts = ReadonlyMap<string, ZipEntry>

/** Whether a zip archive is a workbook, another office document, one of Numbers, or only an archive. */
export function archiveKind(entries: readonly ZipEntry[]): 'workbook' | 'alien' | 'numbers' | 'zip' {
  const names = new Set(entries.map(({ name }) => name))
  if (names.has('Index.zip') || [...names].some((name) => name.endsWith('.iwa'))) return 'numbers'
  if (names.has('[Content_Types].xml'))
    return [...names].some((name) => /^xl\/.*\.xml$/.test(name)) ? 'workbook' : 'alien'
  return names.has('mimetype') && names.has('content.xml') ? 'alien' : 'zip'
}

/** Lists the sheets of a workbook. What the sheets share is read with the first row of any of them. */
export async function openWorkbook(
  file: string,
  entries: readonly ZipEntry[],
): Promise<{ sheets: readonly Sheet[] } | { fault: Diagnostic }> {
  const parts: Parts = new Map(entries.map((entry) => [partName(entry.name), entry]))
  try {
    const main = (await relationsOf(file, parts, '')).find(({ type }) => type === 'officeDocument')
    return { sheets: await sheetsOf(file, parts, main?.target ?? 'xl/workbook.xml') }
  } catch (error) {
    const fault = diagnosticOf(error)
    if (fault === null) throw error
    return { fault }
  }
}

/** The case of the names of parts does not matter. */
const partName = (name: string) => name.replace(/^\/+/, '').toLowerCase()

function chunksOf(file: string, parts: Parts, name: string): AsyncGenerator<Buffer> {
  const part = parts.get(partName(name))
  if (part === undefined) throw brokenXml(file, say('bad-archive.part', { part: name }))
  if (part.fault !== null)
    throw brokenInput({ ...part.fault, at: inputFault('bad-archive', file, '', '').at })
  if (part.bytes > MOST_BYTES && part.bytes > part.packed * MOST_TIMES)
    throw unrealXml(file, say('bad-archive.part-expands', { part: name, times: MOST_TIMES }))
  return part.chunks()
}

/** XML takes more memory than its bytes, so a part of a workbook may expand less than any other file. */
const MOST_BYTES = 2 ** 26
/** No survey has more places with a sheet each. */
const MOST_SHEETS = 2000

interface Relation {
  readonly id: string
  /** The last word of its type, which is the same in both forms of the standard. */
  readonly type: string
  readonly target: string
}

/** What a part refers to; `''` is the workbook as a whole. */
async function relationsOf(file: string, parts: Parts, from: string): Promise<Relation[]> {
  const folder = posix.dirname(from)
  const name = posix.join(folder, '_rels', `${posix.basename(from)}.rels`)
  if (!parts.has(partName(name))) return []
  const relations: Relation[] = []
  await readWholeXml(file, chunksOf(file, parts, name), {
    open(element, { Id = '', Type = '', Target = '' }) {
      if (element !== 'Relationship') return
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
      relations.push({ id: Id, type: posix.basename(Type), target })
    },
  })
  return relations
}

async function sheetsOf(file: string, parts: Parts, main: string): Promise<Sheet[]> {
  const relations = await relationsOf(file, parts, main)
  const byId = new Map(relations.map((relation) => [relation.id, relation]))
  const named: { name: string; target: string; isHidden: boolean }[] = []
  const targets = new Set<string>()
  let epoch: 1900 | 1904 = 1900
  await readWholeXml(file, chunksOf(file, parts, main), {
    open(element, attributes) {
      const { name = '', date1904 = '', state = '' } = attributes
      if (element === 'sheet') {
        const relation = byId.get(prefixed(attributes, 'id') ?? '')
        if (relation?.type !== 'worksheet') return
        const target = partName(relation.target)
        if (targets.has(target))
          throw unrealXml(file, say('bad-archive.sheet-twice', { part: relation.target }))
        if (named.length >= MOST_SHEETS)
          throw unrealXml(file, say('bad-archive.sheets', { most: MOST_SHEETS }))
        targets.add(target)
        named.push({ name, target: relation.target, isHidden: /hidden/i.test(state) })
      } else if (element === 'workbookPr' && /^(?:1|true)$/.test(date1904)) epoch = 1904
    },
  })
  const context = once(() => readContext(file, parts, relations, epoch))
  return named.map(({ name, target, isHidden }) => {
    const told = `${file}#${name}`
    async function* rows(onBytes: (bytes: number) => void) {
      yield* readSheet(told, chunksOf(told, parts, target), await context(), onBytes)
    }
    const merges = once(() => readMerges(told, chunksOf(told, parts, target)))
    return { name, isHidden, merges, bytes: parts.get(partName(target))?.bytes ?? 0, rows }
  })
}

async function readContext(
  file: string,
  parts: Parts,
  relations: readonly Relation[],
  epoch: 1900 | 1904,
): Promise<CellContext> {
  const chunksOfType = (type: string) => {
    const relation = relations.find((each) => each.type === type)
    return relation === undefined ? null : chunksOf(file, parts, relation.target)
  }
  const strings = chunksOfType('sharedStrings')
  const styles = chunksOfType('styles')
  return {
    strings: strings === null ? NO_STRINGS : await readSharedStrings(file, strings),
    styles: styles === null ? [] : await readStyles(file, styles),
    epoch,
    blanks: openBlanks(),
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => {
    made ??= make()
    return made
  }
}
