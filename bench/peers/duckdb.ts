import { basename } from 'node:path'
import { assessSql } from './duckdb-sql.js'

/** DuckDB with typed columns, hand-written SQL and so many threads. */
export async function run(input: string, output: string, threads: number): Promise<void> {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) })
  const connection = await instance.connect()
  await connection.run(assessSql({ input, output, file: basename(input) }))
  connection.closeSync()
  instance.closeSync()
}
