import { defineConfig } from 'vitest/config'

/** Files that take more than some seconds: programs that are started, laws over many cases, whole packs. `npm run test:quick` leaves them out. */
const SLOW = [
  'tests/{bench,cli,compile,fast,faults,fixtures,fuzz,inspect,patterns,policy,testing}/**',
  'tests/engine/explain/**',
  'tests/engine/{decide,laws,taken-away}.test.ts',
  'tests/lang/{hostile,mutations,values}.test.ts',
  'tests/survey/{columns,corpus,files,fuzz,joined}/**',
  'tests/survey/mapping/faults.test.ts',
  'tests/survey/survey.test.ts',
]

const SHARED = {
  // Nothing in src keeps state between calls, so files may share one module graph; that halves the time.
  isolate: false,
  // Most code runs a few times, in thousands of tests: to make it quick takes both cores longer than it saves. Later versions have no such flag.
  execArgv: process.versions.v8.startsWith('11.') ? ['--interrupt-budget=400000'] : [],
  // On a busy machine a limit of time looks like a broken law; programs that hang are ended by what starts them.
  testTimeout: 0,
  hookTimeout: 0,
}

export default defineConfig(({ mode }) => ({
  test: {
    globalSetup: ['tests/global-setup.ts'],
    // Vitest leaves one core free; tests that start the program wait more than they compute.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...SHARED,
          name: 'all',
          include: ['tests/**/*.test.ts'],
          exclude: mode === 'quick' ? SLOW : [],
        },
      },
      {
        // What judges records runs a second time, by the compiled engine.
        test: {
          ...SHARED,
          name: 'compiled',
          include: ['assess/assess', 'diff/diff', 'explain/explain', 'test/test', 'test/measures']
            .map((name) => `tests/cli/${name}.test.ts`)
            .concat(['packs', 'cases'].map((name) => `tests/policy/${name}.test.ts`)),
          env: { TPA_TEST_ENGINE: 'compiled' },
          setupFiles: ['tests/cli/engine-judged.ts'],
        },
      },
    ],
  },
}))
