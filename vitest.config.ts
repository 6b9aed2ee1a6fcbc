import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/global-setup.ts'],
    // Some tests start the program many times; a shared machine is slow, a hung program is not.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
