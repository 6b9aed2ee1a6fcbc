/** Takes text in order; a file appears under its name only when `finish` is done. */
export interface Output {
  write(text: string): void | Promise<void>
  /** Writes bytes, which may be used for something else once it is done. */
  writeBytes(bytes: Uint8Array): Promise<void>
  finish(): Promise<void>
  /** Removes a file that is not finished, and says whether it did; immediate, so that an interrupted run leaves no litter. */
  discard(): boolean
  /** Whether somebody still reads. */
  readonly wanted: boolean
  /** Whether nobody sees anything of it before it is finished. */
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
