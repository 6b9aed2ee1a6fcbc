/** What `shim.js` does to the calls of one run. */
export interface FaultPlan {
  /** Calls are watched whose path holds this text, and those of the descriptors that come of them. */
  readonly under: string
  /** The number of the call at which it happens; none where calls are only counted. */
  readonly at?: number
  readonly how: How
  /** Where the names of all calls are written at the end, as a list. */
  readonly report?: string
  /** Files that are written anew, or removed, at the call. */
  readonly change?: readonly { readonly file: string; readonly text: string | null }[]
}

export type How = 'count' | 'kill-before' | 'kill-after' | 'short' | 'change' | Errno

/** Errors that a system gives where a disk is full, broken or not one's own. */
export const ERRNOS = ['ENOSPC', 'EIO', 'EDQUOT', 'EMFILE', 'EACCES'] as const
export type Errno = (typeof ERRNOS)[number]
