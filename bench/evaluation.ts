// One way of evaluation in a process of its own: `evaluation.js <way> <file> <seconds>`; says as JSON how many households a second of the processor, how many were handed over to the interpreter, and a digest of the decisions.

import { createHash } from 'node:crypto'
import { compiledFromFacts, compiledOverSlots } from './evaluate/compiled.js'
import { jsonRulesEngine } from './evaluate/json-rules-engine.js'
import { plain } from './evaluate/plain.js'
import { interpreter } from './evaluate/tpa.js'
import type { Evaluation } from './evaluate/way.js'
import type { EvaluationWay } from './options.js'

const WAYS: Readonly<Record<EvaluationWay, (file: string) => Evaluation | Promise<Evaluation>>> = {
  'plain-javascript': plain,
  'tpa-compiled': compiledFromFacts,
  'tpa-compiled-slots': compiledOverSlots,
  'tpa-interpreter': interpreter,
  'json-rules-engine': jsonRulesEngine,
}

const [name = '', file = '', seconds = '2'] = process.argv.slice(2)
const prepare = Object.entries(WAYS).find(([way]) => way === name)?.[1]
if (prepare === undefined) throw new Error(`no way is called ${name}`)
const { households, pass, handedOver } = await prepare(file)
const decisions = await pass()
await passesFor(0.5)
const { passes, time } = await passesFor(Number(seconds))
const digest = createHash('sha256').update(decisions.join('\n')).digest('hex')
process.stdout.write(
  JSON.stringify({ rate: (passes * households) / time, digest, handedOver: handedOver?.() ?? 0 }),
)

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
