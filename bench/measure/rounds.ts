/** Something to be measured in turn with others. */
export interface Turn<T> {
  readonly name: string
  run(round: number): Promise<T>
}

/** Takes all in turn for several rounds, each round beginning with the next one, so that no place in the order favours any. */
export async function takeTurns<T>(
  turns: readonly Turn<T>[],
  rounds: number,
  say: (text: string) => void,
): Promise<Map<string, T[]>> {
  const results = new Map<string, T[]>(turns.map(({ name }) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    const from = round % Math.max(1, turns.length)
    for (const turn of [...turns.slice(from), ...turns.slice(0, from)]) {
      say(`round ${round + 1} of ${rounds}: ${turn.name}`)
      results.get(turn.name)?.push(await turn.run(round))
    }
  }
  return results
}
