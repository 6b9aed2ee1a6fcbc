// @ts-check
// Bundles the fuzzer, because Node 20 runs no TypeScript, and starts it.

import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const FOLDER = fileURLToPath(new URL('.', import.meta.url))

const build = await rolldown({
  cwd: FOLDER,
  input: { main: 'main.ts', child: 'child.ts' },
  platform: 'node',
  tsconfig: false,
  external: /^[^./]/,
})
await build.write({ dir: `${FOLDER}/dist`, entryFileNames: '[name].js', cleanDir: true })
await build.close()

/** @type {typeof import('./main.js')} */
const { main } = await import(new URL('dist/main.js', import.meta.url).href)
process.exitCode = await main(process.argv.slice(2))
