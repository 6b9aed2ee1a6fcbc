import type { LoadFastJudges } from '../engine/assessors.js'

/** The compiled engine, for records one by one; loaded when it is first needed. */
export const judgeRecords: LoadFastJudges = async () => (await import('../compile/assess.js')).fastJudgeFor
