#!/usr/bin/env node
import module from 'node:module'

const [major] = process.versions.node.split('.').map(Number)
// Where stderr cannot be written, nobody listens.
process.stderr.on('error', () => {})

function end(code, sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = code
}

function notStarted(error) {
  if (error.code === 'ERR_MODULE_NOT_FOUND' && /dist.cli.main\.js/.test(error.message))
    return end(2, 'tpa is not built: run `npm ci` in its folder')
  const sentence = `tpa cannot start: ${error.code ?? error.message}`
  return error.syscall === undefined ? end(70, sentence) : end(2, sentence)
}

if (major < 20) end(2, `tpa needs Node 20 or later, and this is Node ${process.versions.node}`)
else {
  module.enableCompileCache?.()
  import('../dist/cli/main.js').then(({ main }) => main(process.argv.slice(2))).catch(notStarted)
}
