import type { LoadFastJudges } from './assessors.js'

/** The compiled engine, for records one by one; loaded when it is first needed. */
export const judgeRecords: LoadFastJudges = async () =>
  (await import('./compile-js/assess-fast.js')).assessFast
