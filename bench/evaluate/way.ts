/** A way to judge households that are already in memory. */
export interface Evaluation {
  readonly households: number
  /** Judges all of them and gives their decisions; asynchronous only where the engine is. */
  pass(): readonly string[] | Promise<readonly string[]>
  /** How many of them the compiled pack hands over to the interpreter in a pass. */
  handedOver?(): number
}
