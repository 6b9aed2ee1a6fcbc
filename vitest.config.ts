import { defineConfig } from 'vitest/config'

const SHARED = {
  // Nothing in src keeps state between calls, so files may share one module graph; that halves the time.
  isolate: false,
  // Most code runs a few times, in thousands of tests: to make it quick takes both cores longer than it saves. Later versions have no such flag.
  execArgv: process.versions.v8.startsWith('11.') ? ['--interrupt-budget=400000'] : [],
  // Some tests start the program many times; a shared machine is slow, a hung program is not.
  testTimeout: 60_000,
  hookTimeout: 60_000,
}

export default defineConfig({
  test: {
    globalSetup: ['tests/global-setup.ts'],
    // Vitest leaves one core free; tests that start the program wait more than they compute.
    maxWorkers: 2,
    projects: [
      { test: { ...SHARED, name: 'all', include: ['tests/**/*.test.ts'] } },
      {
        // What judges records runs a second time, by the compiled engine.
        test: {
          ...SHARED,
          name: 'compiled',
          include: ['assess/assess', 'diff/diff', 'explain/explain', 'test/test', 'test/measures']
            .map((name) => `tests/cli/${name}.test.ts`)
            .concat('tests/policy/*.test.ts'),
          env: { TPA_TEST_ENGINE: 'compiled' },
          setupFiles: ['tests/cli/engine-judged.ts'],
        },
      },
    ],
  },
})
