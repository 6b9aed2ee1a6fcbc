import { basename } from 'node:path'
import { type SqlOptions, storedSql, streamingSql } from './duckdb-sql.js'

type Run = (input: string, output: string, threads: number) => Promise<void>

/** DuckDB with typed columns, hand-written SQL and so many threads. */
const runner =
  (statements: (options: SqlOptions) => readonly string[]): Run =>
  async (input, output, threads) => {
    const { DuckDBInstance } = await import('@duckdb/node-api')
    const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) })
    const connection = await instance.connect()
    for (const sql of statements({ input, output, file: basename(input) })) await connection.run(sql)
    connection.closeSync()
    instance.closeSync()
  }

/** The quickest by the clock: the survey stays in memory meanwhile. */
export const run = runner(storedSql)
/** The quickest by the processor. */
export const runStreaming = runner(streamingSql)
