import type { LoadFastJudges } from '../engine/assessors.js'

/** The door of records: the compiled engine, for one record at a time; it is loaded when it is first needed. */
export const judgeRecords: LoadFastJudges = async () => (await import('../compile/assess.js')).fastJudgeFor
