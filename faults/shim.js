// @ts-check
// Loaded into the program before its own code: fails, cuts short or ends the process at a call of the file system that is told
// beforehand, or changes a file at that call. The file TPA_FAULT says what; with `count` it only writes down which calls there are.

import { createRequire, syncBuiltinESMExports } from 'node:module'
import { isMainThread } from 'node:worker_threads'

/** @typedef {import('./run/plan.js').FaultPlan} FaultPlan */

const require = createRequire(import.meta.url)
/** @type {typeof import('node:fs')} */
const files = require('node:fs')

/** @type {FaultPlan} */
const plan = JSON.parse(files.readFileSync(process.env.TPA_FAULT ?? '', 'utf8'))
const real = { writeFileSync: files.writeFileSync, open: files.promises.open }
/** @type {string[]} */
const calls = []
/** Descriptors of files that stand in the watched folder. */
const watched = new Set([1])

const isWatched = (/** @type {unknown} */ place) =>
  typeof place === 'number' ? watched.has(place) : typeof place === 'string' && place.includes(plan.under)

/** The error that the system would give. */
const failure = (/** @type {string} */ call) =>
  Object.assign(new Error(`${plan.how}: planted, ${call}`), { code: plan.how, errno: -5, syscall: call })

/** Counts a call; what is to happen at it happens. Gives whether it is the one. */
function reach(/** @type {string} */ call) {
  calls.push(call)
  if (calls.length - 1 !== plan.at) return false
  if (plan.how === 'kill-before') process.kill(process.pid, 'SIGKILL')
  if (plan.how === 'change')
    for (const { file, text } of plan.change ?? []) {
      if (text === null) files.rmSync(file)
      else real.writeFileSync(file, text)
    }
  return true
}

const killsAfter = () => plan.how === 'kill-after' && void process.kill(process.pid, 'SIGKILL')
const fails = () => /^E[A-Z]+$/.test(plan.how)

/**
 * @param {any} holder
 * @param {string} name
 * @param {(self: any, args: any[]) => unknown} placeOf
 */
function wrap(holder, name, placeOf) {
  const own = holder[name]
  if (typeof own !== 'function') return
  const isSync = name.endsWith('Sync')
  holder[name] = function (/** @type {any[]} */ ...args) {
    if (!isWatched(placeOf(this, args))) return own.apply(this, args)
    const isIt = reach(name)
    if (isIt && fails()) {
      if (isSync) throw failure(name)
      return Promise.reject(failure(name))
    }
    const result = own.apply(this, isIt && plan.how === 'short' ? shortened(name, args) : args)
    if (isSync) return seen(name, args, result, isIt)
    return result.then((/** @type {any} */ value) => seen(name, args, value, isIt))
  }
}

/** A file that is opened in the watched folder is watched; the process ends where it shall after the call. */
function seen(
  /** @type {string} */ name,
  /** @type {any[]} */ args,
  /** @type {any} */ value,
  /** @type {boolean} */ isIt,
) {
  if (name === 'open' && value !== null) watched.add(value.fd)
  if (name === 'openSync') watched.add(value)
  if (name === 'closeSync') watched.delete(args[0])
  if (isIt) killsAfter()
  return value
}

/** The same write with half of its bytes, as a disk that fills up takes them. */
function shortened(/** @type {string} */ name, /** @type {any[]} */ args) {
  if (name !== 'write' && name !== 'writeSync') return args
  const at = name === 'write' ? 0 : 1
  const bytes = Buffer.from(args[at])
  const [offset = 0, length = bytes.length - offset] = [args[at + 1], args[at + 2]].map((each) =>
    typeof each === 'number' ? each : undefined,
  )
  return [...args.slice(0, at), bytes, offset, Math.max(1, Math.floor(length / 2))]
}

async function install() {
  const handle = await real.open(process.execPath, 'r')
  const prototype = Object.getPrototypeOf(handle)
  await handle.close()
  const byHandle = (/** @type {any} */ self) => self.fd
  for (const name of [
    'write',
    'writeFile',
    'writev',
    'sync',
    'datasync',
    'chmod',
    'chown',
    'close',
    'truncate',
    'read',
    'stat',
  ])
    wrap(prototype, name, byHandle)
  const first = (/** @type {any} */ _, /** @type {any[]} */ [path]) => String(path)
  const descriptor = (/** @type {any} */ _, /** @type {any[]} */ [fd]) => fd
  for (const name of [
    'open',
    'rename',
    'unlink',
    'rm',
    'writeFile',
    'chmod',
    'link',
    'copyFile',
    'truncate',
    'readFile',
  ])
    wrap(files.promises, name, first)
  for (const name of [
    'openSync',
    'renameSync',
    'unlinkSync',
    'rmSync',
    'writeFileSync',
    'chmodSync',
    'readFileSync',
  ])
    wrap(files, name, first)
  for (const name of ['writeSync', 'fsyncSync', 'fdatasyncSync', 'closeSync', 'fchmodSync', 'readSync'])
    wrap(files, name, descriptor)
  syncBuiltinESMExports()
  if (plan.report !== undefined)
    process.on('exit', () => real.writeFileSync(plan.report ?? '', JSON.stringify(calls)))
}

if (isMainThread) await install()
