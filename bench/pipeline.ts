// One peer from CSV to CSV in a process of its own: `pipeline.js <peer> <input> <output> <threads>`.

const PEERS: Readonly<
  Record<string, () => Promise<{ run(input: string, output: string, threads: number): Promise<void> }>>
> = {
  duckdb: () => import('./peers/duckdb.js'),
  'duckdb-stream': async () => ({ run: (await import('./peers/duckdb.js')).runStreaming }),
  'csv-parse': () => import('./peers/csv-parse.js'),
}

const [peer = '', input = '', output = '', threads = '1'] = process.argv.slice(2)
const load = PEERS[peer]
if (load === undefined) throw new Error(`no peer is called ${peer}`)
const { run } = await load()
await run(input, output, Number(threads))
