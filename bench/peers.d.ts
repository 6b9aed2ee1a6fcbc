// What the bench uses of peers that need not be there; stands before their own types.

declare module '@duckdb/node-api' {
  interface Connection {
    run(sql: string): Promise<unknown>
    closeSync(): void
  }
  export const DuckDBInstance: {
    create(
      path: string,
      options: Readonly<Record<string, string>>,
    ): Promise<{
      connect(): Promise<Connection>
      closeSync(): void
    }>
  }
}

declare module 'json-rules-engine' {
  export class Engine {
    addOperator(name: string, evaluate: (fact: unknown, value: unknown) => boolean): void
    addRule(rule: { conditions: object; event: { type: string } }): void
    run(facts: object): Promise<{ events: readonly { type: string }[] }>
  }
}
