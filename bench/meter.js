// @ts-check
// Preloaded into each process that is measured: says at its end what it used.

import { readFileSync, writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const target = process.env.TPA_BENCH_METER
if (isMainThread && target !== undefined) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
    const usage = {
      cpu: (userCPUTime + systemCPUTime) / 1e6,
      system: systemCPUTime / 1e6,
      peak: (peakOfLinux() ?? maxRSS) / 1024,
    }
    writeFileSync(target, JSON.stringify(usage))
  })
}

/** On Linux `maxRSS` counts what the parent held when it forked; this does not. In kB. */
function peakOfLinux() {
  try {
    return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? Number.NaN)
  } catch {
    return null
  }
}
