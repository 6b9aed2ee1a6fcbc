/** Takes text and bytes in order. */
export interface Output {
  write(text: string): void | Promise<void>
  /** Writes bytes; afterwards the array may be used again. */
  writeBytes(bytes: Uint8Array): Promise<void>
  /** True while somebody reads it. */
  readonly wanted: boolean
  /** True if nobody can see any of it until the run has succeeded. */
  readonly isHeldBack: boolean
}

/** A report and where it goes. */
export interface Writer<Report> {
  readonly report: Report
  readonly output: Output
}

/** Everything that a run over survey files writes. */
export interface Targets<Report> {
  readonly writers: readonly Writer<Report>[]
  /** For rejected and held rows. */
  readonly rejects: Output | null
}
