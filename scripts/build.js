// @ts-check
// Writes dist: the program as few files, because each file that node opens costs time at every start, and the packs that come with it, read.

import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** What bin, the scripts and the packs below import; every file of dist lies two folders deep, as those of src do at least. */
const ENTRIES = [
  'cli/main',
  'engine/load-pack',
  'lang/shape/published-schema',
  'programme/policy/published-schema',
  'report/schemas/published',
  'survey/mapping/schema',
  'testing/cases/suite-schema',
]

/** What the wing for speed adds: a thread, and the packs as it keeps them. A tree without the wing builds without them. */
const WING = ['fast/run/pack-text', 'fast/worker'].filter((name) =>
  existsSync(join(ROOT, 'src', `${name}.ts`)),
)

/** Parts by the modules that begin them; what these import is in them too, unless it is in an earlier one. */
const TOGETHER = /** @type {const} */ ([
  ['start', ['cli/main.ts']],
  [
    'assess',
    [
      'cli/assess/run.ts',
      'cli/terminal/terminal.ts',
      'cli/terminal/messages.ts',
      'fast/prepared-pack.ts',
      'report/assess/table.ts',
      'report/assess/json.ts',
      'report/assess/ndjson.ts',
      'report/assess/markdown.ts',
    ],
  ],
])
/**
 * What libraries get in place of what takes milliseconds at every start: Commander need not start programs as commands of its own, Chalk
 * not find out whether a terminal has colours, and a table not know all emoji to measure a cell of plain text.
 */
const INSTEAD = /** @type {Readonly<Record<string, { readonly by: string, readonly code: string }>>} */ ({
  'node:child_process': { by: '/commander/', code: 'module.exports = {}' },
  '#supports-color': { by: '/chalk/', code: 'export default { stdout: false, stderr: false }' },
  '@colors/colors/safe': { by: '/cli-table3/', code: 'module.exports = {}' },
  'string-width': {
    by: '/cli-table3/',
    code: `const widthOf = require('string-width')
module.exports = (text) => (/^[ -~\u2010-\u2027\u2500-\u259f]*$/.test(text) ? text.length : widthOf(text))`,
  },
})
/** Steps of libraries that take milliseconds at every start, and the same in less; each must be in its file. */
const SHORTER = [
  {
    file: '/cli-table3/src/cell.js',
    step: /CHAR_NAMES\.forEach\(function \(name\) \{\s*setOption\(optionsChars, tableChars, name, chars\);\s*\}\);/,
    by: `this.chars = tableChars.ofCells ??= (CHAR_NAMES.forEach((name) => setOption({}, tableChars, name, chars)), chars);`,
  },
]
const CATALOGUE = /[\\/]say[\\/](en|zh)[\\/]catalogue\.ts$/
const WITHOUT_UNUSED = {
  name: 'without-unused',
  /** @param {string} source @param {string | undefined} importer */
  resolveId(source, importer) {
    const other = INSTEAD[source]
    return other !== undefined && importer?.includes(other.by) ? `\0${source}` : null
  },
  /** @param {string} id */
  load(id) {
    const language = CATALOGUE.exec(id)?.[1]
    if (language !== undefined) return readingOf(language)
    return id.startsWith('\0') ? (INSTEAD[id.slice(1)]?.code ?? null) : null
  },
  /** @param {string} code @param {string} id */
  transform(code, id) {
    const found = SHORTER.find(({ file }) => id.endsWith(file))
    if (found === undefined) return null
    if (!found.step.test(code)) throw new Error(`${found.file} has changed: look at SHORTER again`)
    return code.replace(found.step, found.by)
  },
}

/** @param {string} language */
const readingOf = (language) => `import { readFileSync } from 'node:fs'
const file = new URL('../say/${language}.json', import.meta.url)
export const ${language.toUpperCase()} = JSON.parse(readFileSync(file, 'utf8'))`

/** @type {Map<string, string>} */
const parts = new Map()

// Built beside and renamed, so that a program that starts meanwhile finds one whole dist.
const next = mkdtempSync(join(ROOT, 'dist-'))
try {
  chmodSync(next, 0o755)
  await writeCatalogues(join(next, 'say'))
  await bundle(next)
  if (WING.length > 0) await preparePacks(next)
  replace(join(ROOT, 'dist'), next)
} finally {
  rmSync(next, { recursive: true, force: true })
}

/** @param {string} folder @param {string} by */
function replace(folder, by) {
  const old = `${by}-old`
  if (existsSync(folder)) renameSync(folder, old)
  renameSync(by, folder)
  rmSync(old, { recursive: true, force: true })
}

/** @param {string} folder */
async function bundle(folder) {
  const build = await rolldown({
    cwd: ROOT,
    input: Object.fromEntries([...ENTRIES, ...WING].map((name) => [name, `src/${name}.ts`])),
    platform: 'node',
    tsconfig: false,
    plugins: [WITHOUT_UNUSED],
  })
  const { output } = await build.generate({
    dir: folder,
    entryFileNames: '[name].js',
    chunkFileNames: 'parts/[name].js',
    codeSplitting: {
      groups: TOGETHER.map(([name], at) => ({
        name: (id, context) => (partOf(id, context) === name ? name : null),
        debugName: name,
        priority: TOGETHER.length - at,
      })),
    },
    minify: { compress: true, mangle: { keepNames: true }, codegen: { removeWhitespace: true } },
  })
  await build.close()
  const chunks = output.flatMap((each) => (each.type === 'chunk' ? [each] : []))
  const doors = new Map(chunks.flatMap((chunk) => doorOf(chunk) ?? []))
  for (const { fileName, code } of chunks) {
    if (doors.has(basename(fileName)) && dirname(fileName) === 'parts') continue
    mkdirSync(join(folder, dirname(fileName)), { recursive: true })
    writeFileSync(join(folder, fileName), inAscii(throughDoors(code, doors)))
  }
}

/**
 * A file that only hands on what another one holds, and how to get that without it; only parts are imported by parts alone.
 * @param {{ readonly fileName: string, readonly code: string, readonly isDynamicEntry: boolean }} chunk
 * @returns {[readonly [string, string]] | null}
 */
function doorOf({ fileName, code, isDynamicEntry }) {
  const lists = [...code.matchAll(/export\{([^}]*)\}from"(\.\/[^"]+)";/g)]
  const [file, ...others] = new Set(lists.map(([, , from]) => from))
  if (!isDynamicEntry || file === undefined || others.length > 0) return null
  if (lists.map(([all]) => all).join('') !== code.trim()) return null
  const names = lists.flatMap(([, list = '']) => list.split(',').map((each) => each.split(' as ')))
  const members = names.map(([inside, outside = inside]) => `${outside}:e.${inside}`)
  return [[basename(fileName), `import(\`${file}\`).then(e=>({${members.join(',')}}))`]]
}

/** @param {string} code @param {ReadonlyMap<string, string>} doors */
function throughDoors(code, doors) {
  return code.replace(/import\(`\.\/([^`]+)`\)/g, (all, name) => doors.get(name) ?? all)
}

/**
 * Code in ASCII alone: Node reads it in less time and keeps it in half of the memory. What is escaped means the same in texts, patterns and
 * names, but not in raw templates.
 * @param {string} code
 */
function inAscii(code) {
  if (/\braw`[^`]*[^\0-\x7f][^`]*`/.test(code)) throw new Error('a raw template is not in ASCII')
  return code.replace(/(\\*)([^\0-\x7f])/g, (_, slashes, character) => {
    const escaped = `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
    return slashes.slice(slashes.length % 2) + escaped
  })
}

/**
 * The sentences of each language as JSON, which is read in a fraction of the time of code.
 * @param {string} folder
 */
async function writeCatalogues(folder) {
  const languages = ['en', 'zh']
  const input = Object.fromEntries(languages.map((name) => [name, `src/base/say/${name}/catalogue.ts`]))
  const build = await rolldown({ cwd: ROOT, input, platform: 'node', tsconfig: false })
  await build.write({ dir: folder, entryFileNames: '[name].js', chunkFileNames: '[name]-part.js' })
  await build.close()
  const code = readdirSync(folder)
  const catalogues = await Promise.all(
    languages.map(async (name) => {
      const { [name.toUpperCase()]: sentences } = await import(pathToFileURL(join(folder, `${name}.js`)).href)
      return { name, sentences }
    }),
  )
  for (const name of code) rmSync(join(folder, name))
  for (const { name, sentences } of catalogues)
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(sentences))
}

/**
 * What every command loads is one part, and all that assessing adds to it another; the rest is cut as rolldown sees fit.
 * @param {string} id
 * @param {import('rolldown').ChunkingContext} context
 */
function partOf(id, context) {
  if (parts.size === 0)
    for (const [name, modules] of TOGETHER) for (const each of modules) put(join(ROOT, 'src', each), name)
  return parts.get(id) ?? null

  /** @param {string} each @param {string} name */
  function put(each, name) {
    if (parts.has(each)) return
    parts.set(each, name)
    for (const imported of context.getModuleInfo(each)?.importedIds ?? []) put(imported, name)
  }
}

/**
 * Reads each pack of rules once, so that a run need not.
 * @param {string} folder
 */
async function preparePacks(folder) {
  const load = (/** @type {string} */ name) => import(pathToFileURL(join(folder, name)).href)
  const { preparePack } = await load('fast/run/pack-text.js')
  const { loadPack } = await load('engine/load-pack.js')
  mkdirSync(join(folder, 'packs'))
  for (const id of readdirSync(join(ROOT, 'rules')).sort()) {
    const reading = await loadPack(join(ROOT, 'rules', id))
    if ('pack' in reading) writeFileSync(join(folder, 'packs', `${id}.json`), preparePack(reading.pack))
  }
}
