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
import { join } from 'node:path'
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
  'string-width': {
    by: '/cli-table3/',
    code: `const widthOf = require('string-width')
module.exports = (text) => (/^[ -~\u2500]*$/.test(text) ? text.length : widthOf(text))`,
  },
})
const WITHOUT_UNUSED = {
  name: 'without-unused',
  /** @param {string} source @param {string | undefined} importer */
  resolveId(source, importer) {
    const other = INSTEAD[source]
    return other !== undefined && importer?.includes(other.by) ? `\0${source}` : null
  },
  /** @param {string} id */
  load: (id) => (id.startsWith('\0') ? (INSTEAD[id.slice(1)]?.code ?? null) : null),
}

/** @type {Map<string, string>} */
const parts = new Map()

// Built beside and renamed, so that a program that starts meanwhile finds one whole dist.
const next = mkdtempSync(join(ROOT, 'dist-'))
try {
  chmodSync(next, 0o755)
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
  await build.write({
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
