import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/global-setup.ts'],
    // Nothing in src keeps state between calls, so files may share one module graph; that halves the time.
    isolate: false,
    // Vitest leaves one core free; tests that start the program wait more than they compute.
    maxWorkers: 2,
    // Some tests start the program many times; a shared machine is slow, a hung program is not.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
