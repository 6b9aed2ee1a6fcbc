// One way of evaluation in a process of its own: `evaluation.js <way> <file> <seconds>`; says as JSON how many households a second of the processor, and a digest of the decisions.

import { createHash } from 'node:crypto'
import { jsonRulesEngine } from './evaluate/json-rules-engine.js'
import { plain } from './evaluate/plain.js'
import { interpreter } from './evaluate/tpa.js'
import type { Evaluation } from './evaluate/way.js'

const WAYS: Readonly<Record<string, (file: string) => Evaluation | Promise<Evaluation>>> = {
  'tpa-interpreter': interpreter,
  'plain-javascript': plain,
  'json-rules-engine': jsonRulesEngine,
}

const [name = '', file = '', seconds = '2'] = process.argv.slice(2)
const prepare = WAYS[name]
if (prepare === undefined) throw new Error(`no way is called ${name}`)
const { households, pass } = await prepare(file)
const decisions = await pass()
await passesFor(0.5)
const { passes, time } = await passesFor(Number(seconds))
const digest = createHash('sha256').update(decisions.join('\n')).digest('hex')
process.stdout.write(JSON.stringify({ rate: (passes * households) / time, digest }))

async function passesFor(least: number): Promise<{ passes: number; time: number }> {
  const began = process.cpuUsage()
  let passes = 0
  for (;;) {
    const result = pass()
    if (result instanceof Promise) await result
    passes += 1
    const { user, system } = process.cpuUsage(began)
    const time = (user + system) / 1e6
    if (time >= least) return { passes, time }
  }
}
