// @ts-check
// Measures which numbers of made columns are doubted as codes for no answer: `npm run doubts -- [SEED]`.

import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'

const FOLDER = fileURLToPath(new URL('../bench', import.meta.url))

const build = await rolldown({
  cwd: FOLDER,
  input: { doubts: 'doubts/main.ts' },
  platform: 'node',
  tsconfig: false,
  external: /^[^./]/,
})
await build.write({ dir: `${FOLDER}/dist`, entryFileNames: '[name].js' })
await build.close()

/** @type {typeof import('../bench/doubts/main.js')} */
const { main } = await import(new URL('../bench/dist/doubts.js', import.meta.url).href)
process.exitCode = await main(process.argv.slice(2))
