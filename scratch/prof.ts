import { loadPack } from '../src/engine/load-pack.ts'
import { loadSuites } from '../src/testing/cases/suite.ts'
import { mutantsOf } from '../src/testing/mutation/mutants.ts'
import { tellingRecords } from '../src/testing/mutation/telling-record.ts'
const p = process.argv[2]
const loaded: any = await loadPack(p)
const m = mutantsOf(loaded.pack)
console.log(m.length)
let t0=performance.now()
for (const each of m) { const t=performance.now(); const [f] = tellingRecords(loaded.pack, each); const d=performance.now()-t; console.log(f?'found':'NONE', d.toFixed(0), each.id, each.words) }
console.log(performance.now()-t0)
