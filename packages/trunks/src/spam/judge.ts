import type { CallerScore, SpamAction, SpamRules } from './spam-rules.ts'

/** What is done about a caller, and why. */
export interface Judged extends CallerScore {
  readonly number: string
  readonly action: SpamAction
}

/** Whether the score of a caller is asked for at all. */
export function asksFor(number: string, { thresholds, allowed }: SpamRules): boolean {
  if (Object.values(thresholds).every((from) => from === undefined)) return false
  return number.startsWith('+') && !allowed.some((prefix) => number.startsWith(prefix))
}

/** The hardest thing that the customer wants done at that score; undefined: nothing. Pure. */
export function judge(number: string, { score, note }: CallerScore, { thresholds }: SpamRules): Judged | undefined {
  const { markFrom, voicemailFrom, rejectFrom } = thresholds
  const reaches = (from: number | undefined): boolean => from !== undefined && score >= from
  const action = reaches(rejectFrom) ? 'reject' : reaches(voicemailFrom) ? 'voicemail' : reaches(markFrom) ? 'mark' : undefined
  return action && { number, score, note, action }
}
