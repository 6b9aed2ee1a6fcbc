import { chanceOf } from './case.js'
import { ROOT } from './classes/bases.js'
import { CLASSES, type ClassName } from './classes/classes.js'
import type { Message, Task } from './drive/messages.js'
import { judgeCase } from './judge/judge-case.js'
import { programOf } from './judge/run-program.js'

const say = (message: Message) =>
  new Promise<void>((done) => {
    process.send?.(message, () => done())
  })

/** Judges the cases of a task one after the other; the parent watches the clock. */
async function work({ className, seed, folder, without, from, to }: Task): Promise<void> {
  process.env.CI = '1'
  const program = await programOf(ROOT)
  const make = CLASSES[className as ClassName]
  for (let number = from; number < to; number++) {
    await say({ begins: number })
    const input = make(chanceOf(className, seed, number))
    await say({ done: number, judgement: await judgeCase(folder, input, program, new Set(without)) })
  }
  process.disconnect()
}

// A child whose parent is gone has nobody to tell.
process.once('disconnect', () => process.exit())
process.once('message', (task) => void work(task as Task))
