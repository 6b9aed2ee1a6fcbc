import type { Section } from '../text/section.js'
import type { Drawing } from './drawing.js'

/** A drawing with the section that has its numbers; the section is made once in each language. */
export interface Chart {
  readonly section: () => Section
  readonly drawing: Drawing
}

/** Bounds as tables of pages write them: `3`, `3…5`. */
export const boundsWords = (least: string, most: string): string =>
  least === most ? least : `${least}…${most}`
