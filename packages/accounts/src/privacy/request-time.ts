import { germanToday } from '../retention/periods.ts'

/** A request is answered within a month … */
const ANSWER_MONTHS = 1
/** … which may be made longer once by up to so many, if the person is told why within the first (Art. 12 (3) GDPR). */
export const MAX_EXTENSION_MONTHS = 2

/** The last day for the answer: the same day of a later month, or its last one (§ 188 (2), (3) BGB). */
export function answerDueOn(askedAt: Date, extendedMonths = 0): Temporal.PlainDate {
  return germanToday(askedAt.getTime()).add({ months: ANSWER_MONTHS + extendedMonths })
}

/** True once the last day is over, in Germany. */
export function isAnswerLate(dueOn: Temporal.PlainDate, nowMs: number): boolean {
  return Temporal.PlainDate.compare(germanToday(nowMs), dueOn) > 0
}
