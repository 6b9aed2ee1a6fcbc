import { afterAll, expect } from 'vitest'
import { judgedCompiled } from './engine.js'

// A second run in which the compiled engine judged nothing would show nothing.
const before = judgedCompiled()
afterAll(() => expect(judgedCompiled()).toBeGreaterThan(before))
