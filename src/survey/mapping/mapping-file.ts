import { type Diagnostic, isTextPlace, type TextPlace, textPlace } from '../../base/diagnostic.js'
import { say } from '../../base/say/say.js'
import { makeSource, type Source, type Span } from '../../base/source.js'
import type { Tree } from '../../base/tree/tree.js'
import { readYaml } from '../../base/tree/yaml.js'
import { collectFaults, type FaultList } from '../../lang/fault-list.js'
import type { RecordDeclaration } from '../../lang/pack.js'
import { exceedsAliasLimit } from '../../lang/shape/alias-limit.js'
import type { LoadContext } from '../../lang/shape/context.js'
import { issuePath, oneEach, tellIssue, withoutMisspelledKeys } from '../../lang/shape/issues.js'
import { createPlaces, type Path, type Places } from '../../lang/shape/places.js'
import { plainValues, withoutProto } from '../../lang/shape/plain-values.js'
import { NOTHING_REFUSED } from '../../lang/shape/salvage.js'
import { yamlFaults } from '../../lang/shape/yaml-faults.js'
import { mappingForm, mappingSchema } from './schema.js'

/** A mapping.yaml by its paths. Parts of the wrong form were reported and are treated as absent. */
export interface MappingFile extends LoadContext {
  /** Whether it comes with the program, for files and packs that nobody has seen. */
  readonly preset: boolean
  /** Whether something stands at a path. */
  has(path: Path): boolean
  /** The source text of the single value at a path; `null` where there is none. */
  text(path: Path): string | null
  /** The paths of the items of a list. A single value has its own path; if nothing is there, there are none. */
  items(path: Path): readonly Path[]
  /** The keys of a mapping in the order of the file. */
  keys(path: Path): readonly string[]
  /** Where a value stands, for faults that are found later. */
  place(path: Path): TextPlace
  placeOf(span: Span): TextPlace
}

/** Reads the form of a mapping; facts, codes and expressions are not checked yet. `null` if nothing of it can be used. */
export function readMappingFile(
  file: string,
  text: string,
  record: RecordDeclaration,
  preset: boolean,
): { file: MappingFile | null; faults: readonly Diagnostic[] } {
  const source = makeSource(file, text)
  const list = collectFaults(source)
  const foreign = text.indexOf('\uFFFD')
  if (foreign >= 0) {
    const at = { start: foreign, end: foreign + 1 }
    list.fault('not-utf-8', at, say('mapping.utf-8'), { help: say('mapping.utf-8.help') })
    return { file: null, faults: list.faults }
  }
  const yaml = readYaml(source)
  if ('faults' in yaml) return { file: null, faults: yamlFaults(yaml.faults) }
  const tree = onlyDocument(list, source, yaml.documents)
  if (tree === null) return { file: null, faults: list.faults }
  const root = withoutProto(list, tree)
  const plain = plainValues(root)
  const places = createPlaces(root)
  const wrong = wrongPaths(list, plain, places, record)
  const context: LoadContext = {
    ...list,
    source,
    places,
    refused: NOTHING_REFUSED,
    spans: new Map(),
    firstId: 0,
  }
  return { file: { ...context, preset, ...lookup(context, plain, wrong) }, faults: list.faults }
}

/** The tree of a file that holds one document; anything else is reported and gives `null`. */
function onlyDocument(list: FaultList, source: Source, documents: readonly Tree[]): Tree | null {
  const [tree, second] = documents
  const start = { start: 0, end: 1 }
  if (tree === undefined) list.fault('shape', start, say('mapping.empty'))
  else if (second !== undefined) list.fault('shape', second, say('mapping.documents'))
  else if (exceedsAliasLimit(source, tree)) list.fault('alias-expansion', start, say('mapping.aliases'))
  else return tree
  return null
}

/** The paths at which a mapping has the wrong form, which is reported. */
function wrongPaths(list: FaultList, plain: unknown, places: Places, record: RecordDeclaration): Path[] {
  const form = mappingForm(record)
  const { error } = mappingSchema(record).safeParse(plain, { jitless: true })
  const issues = error === undefined ? [] : oneEach(error.issues)
  for (const issue of withoutMisspelledKeys(plain, issues)) tellIssue({ form, plain, places, list }, issue)
  return issues.flatMap((issue) => {
    const path = issuePath(issue)
    return issue.code === 'unrecognized_keys' && isGroup(path) ? [] : [path]
  })
}

/** The faults of one mapping, sorted by line and column. */
export function inFileOrder(faults: readonly Diagnostic[]): Diagnostic[] {
  const columnOf = ({ at }: Diagnostic) => (at !== null && isTextPlace(at) ? at.column : 0)
  return [...faults].sort((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || columnOf(a) - columnOf(b))
}

function lookup({ source, places }: LoadContext, plain: unknown, wrong: readonly Path[]) {
  const isSound = (path: Path) => wrong.every((each) => !isAbove(each, path))
  const at = (path: Path): unknown => {
    const value = isSound(path) ? valueAt(plain, path) : undefined
    const isSingle = value === null || typeof value !== 'object'
    return isSingle || wrong.every((each) => !isAbove(path, each)) || isGroup(path) ? value : undefined
  }
  return {
    has: (path: Path) => (at(path) ?? null) !== null,
    text: (path: Path) => {
      const value = at(path) ?? null
      return value === null || typeof value === 'object' ? null : places.text(path)
    },
    items(path: Path): Path[] {
      const value = at(path) ?? null
      if (Array.isArray(value)) return value.map((_, index) => [...path, index])
      return value === null ? [] : [path]
    },
    keys(path: Path): string[] {
      const value = at(path)
      if (value === null || typeof value !== 'object' || Array.isArray(value)) return []
      return places.names(path).filter((name) => isSound([...path, name]))
    },
    place: (path: Path) => textPlace(source, places.value(path)),
    placeOf: (span: Span) => textPlace(source, span),
  }
}

/** Whether a path holds a group of parts, each right or wrong by itself. */
const isGroup = (path: Path): boolean =>
  path.length <= (path[0] === 'rosters' ? 2 : 1) || GROUPS.has(String(path[path.length - 1]))

const GROUPS: ReadonlySet<string> = new Set(['facts', 'members', 'columns'])

const isAbove = (above: Path, path: Path): boolean =>
  above.length <= path.length && above.every((part, index) => String(part) === String(path[index]))

const valueAt = (plain: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, part) =>
      value !== null && typeof value === 'object' && Object.hasOwn(value, part)
        ? Reflect.get(value, part)
        : undefined,
    plain,
  )
