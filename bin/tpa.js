#!/usr/bin/env node
import module from 'node:module'

const [major] = process.versions.node.split('.').map(Number)
if (major < 20) {
  process.stderr.write(`tpa needs Node 20 or later, and this is Node ${process.versions.node}\n`)
  process.exitCode = 2
} else {
  module.enableCompileCache?.()
  import('../dist/cli/main.js').then(
    ({ main }) => main(process.argv.slice(2)),
    (error) => {
      const isUnbuilt = error.code === 'ERR_MODULE_NOT_FOUND' && /dist.cli.main\.js/.test(error.message)
      process.stderr.write(isUnbuilt ? 'tpa is not built: run `npm ci` in its folder\n' : `${error.stack}\n`)
      process.exitCode = isUnbuilt ? 2 : 70
    },
  )
}
