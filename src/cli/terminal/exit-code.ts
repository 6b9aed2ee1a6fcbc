/**
 * What the process says to the shell. SIGINT, SIGTERM and SIGHUP end it by themselves, which a shell calls 130, 143 and 129: a handler
 * would have to wait for what is being computed.
 */
export enum ExitCode {
  /** It ran, and nothing tripped; also when the reader of stdout went away. */
  Ran = 0,
  /** It ran, and a gate tripped: rejected rows, `--fail-on`, a check or finding of severity error, a stored record that differs. */
  Tripped = 1,
  /** It could not run: usage, pack, unreadable input, an output that cannot be written. */
  CouldNotRun = 2,
  /** A bug in tpa. */
  Bug = 70,
}
