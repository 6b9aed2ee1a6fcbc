import fc from 'fast-check'

const times = Number(process.env.TPA_FUZZ ?? '1')
const seed = Number(process.env.TPA_SEED ?? '20201231')

/**
 * Holds a property against `numRuns` cases, the same in every run; `TPA_FUZZ=100` takes a hundred times as many, `TPA_SEED` others.
 * A failure says what the property threw for the smallest case found, and how to come back to it; whole packs are not printed.
 */
export function holds<T>(property: fc.IProperty<T>, numRuns: number): void {
  const run = fc.check(property, { numRuns: Math.ceil(numRuns * times), seed })
  if (run instanceof Promise) throw new Error('properties of the engine are synchronous')
  throwIfFailed(run)
}

/** The same of a property that waits for something. */
export async function holdsAsync<T>(property: fc.IAsyncProperty<T>, numRuns: number): Promise<void> {
  throwIfFailed(await fc.check(property, { numRuns: Math.ceil(numRuns * times), seed }))
}

/** The cases themselves, where one takes too long to be made smaller. */
export const drawn = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number): T[] =>
  fc.sample(arbitrary, { numRuns: Math.ceil(numRuns * times), seed })

function throwIfFailed<T>(run: fc.RunDetails<T>): void {
  if (!run.failed) return
  const why = run.errorInstance instanceof Error ? run.errorInstance.message : String(run.errorInstance)
  throw new Error(
    `case ${run.numRuns} (TPA_SEED=${run.seed}, ${run.numShrinks} times made smaller): ${why}`,
    {
      cause: run.errorInstance,
    },
  )
}
