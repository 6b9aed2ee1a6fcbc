import type { Judgement } from '../judge/judge-case.js'

/** What a child is told to do. */
export interface Task {
  readonly className: string
  readonly seed: number
  readonly folder: string
  readonly without: readonly string[]
  readonly from: number
  readonly to: number
}

/** What a child says: which case it begins, or what came of it. */
export type Message = { readonly begins: number } | { readonly done: number; readonly judgement: Judgement }
