import { type ChildProcess, fork } from 'node:child_process'
import type { Found, Judgement } from '../judge/judge-case.js'
import type { Message, Task } from './messages.js'

/** What is done, and how long it may take. */
export interface Drive extends Task {
  /** The bundle of the child. */
  readonly script: string
  /** Milliseconds that one case may take. */
  readonly limit: number
  /** MiB that a child may take. */
  readonly memory: number
  /** When to stop, whatever is left, in milliseconds of `performance.now()`. */
  readonly until: number
  readonly onCase: (number: number, judgement: Judgement) => void
}

/** A child is started anew after so many cases, so that what one leaves behind is not held against another. */
const ROUND = 500

/** Signals that somebody else sends to end a child; its case is judged again. */
const FROM_OUTSIDE: ReadonlySet<NodeJS.Signals> = new Set(['SIGINT', 'SIGTERM', 'SIGHUP'])

const NOTHING: Judgement = { reached: 'refused', code: 'none', codes: [], runs: 1, found: [] }

/** Runs all cases in a child that is started anew where it dies or hangs. */
export async function drive(task: Drive): Promise<void> {
  for (let next = task.from; next < task.to && performance.now() < task.until; )
    next = await round(task, next, Math.min(task.to, next + ROUND))
}

/** One child; gives the number of the case to go on with. */
function round(task: Drive, from: number, to: number): Promise<number> {
  const { script, memory, limit, until, onCase, ...rest } = task
  const child = fork(script, [], {
    execArgv: [`--max-old-space-size=${memory}`, '--max-semi-space-size=32'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2000)
  })
  return new Promise((resolve) => {
    let next = from
    let begun = performance.now()
    const fail = (found: Pick<Found, 'oracle' | 'what'>) => {
      onCase(next, { ...NOTHING, found: [{ ...found, args: [] }] })
      next += 1
    }
    const clock = setInterval(() => {
      if (performance.now() - begun > limit) {
        stop(child)
        fail({ oracle: 'time', what: `not done after ${limit / 1000} s` })
        resolve(next)
      } else if (performance.now() > until) {
        stop(child)
        resolve(to)
      }
    }, 200)
    child.on('message', (message: Message) => {
      begun = performance.now()
      if ('begins' in message) return
      onCase(message.done, message.judgement)
      next = message.done + 1
    })
    child.on('exit', (code, signal) => {
      clearInterval(clock)
      if (signal !== null && FROM_OUTSIDE.has(signal)) return resolve(next)
      if (next < to && !child.killed)
        fail({ oracle: 'memory', what: `the process died: ${code ?? signal} ${said}` })
      resolve(next)
    })
    child.send({ ...rest, from, to } satisfies Task)
  })
}

function stop(child: ChildProcess): void {
  child.kill('SIGKILL')
}
