import { keyWord } from './key-words.js'

/** What surveys that come again call the column that tells one time from another, without the signs between the words. */
const EVENTS: ReadonlySet<string> = new Set([
  ...['redcapeventname', 'event', 'eventname', 'eventid', 'eventno', 'timepoint'],
  ...['visit', 'visitno', 'visitnumber', 'visitname', 'visitid', 'visitnum'],
  ...['wave', 'waveno', 'wavenumber', 'surveywave', 'panelwave'],
  ...['round', 'roundno', 'roundnumber', 'surveyround', 'interviewround', 'panelround'],
  ...['轮次', '期次', '调查轮次', '调查期次', '批次', '调查批次'],
])

/** Whether a column says at which of several times a row was written: an event, a visit, a wave, a round. */
export const isEventName = (header: string): boolean =>
  header.length <= LONGEST && EVENTS.has(keyWord(header))

const LONGEST = 200

/** The first column of that kind; `null` where there is none. */
export const eventColumn = (headers: readonly string[]): string | null => headers.find(isEventName) ?? null
