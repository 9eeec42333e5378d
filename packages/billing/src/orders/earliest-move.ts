import { MOVE_NOTICE_DAYS, type StoredSite, type TenantProfile } from '@klinke/accounts'
import type { InvalidRequest } from '@klinke/platform'
import { dayWords } from '../contracts/charges/words.ts'
import type { Day } from '../contracts/contract.ts'
import type { MoveOrder } from './order-form.ts'
import { type OrderTerms, WEEKDAYS } from './order-terms.ts'
import { ordered } from './ordered.ts'
import { isNationalHoliday } from './working-days.ts'

/** What a move is planned by. */
export interface MoveFacts {
  /** The site as it is. */
  readonly site: Pick<StoredSite, 'areaCode'>
  /** Days before which help is told (EMG-06). */
  readonly noticeDays: number
  /** Numbers and blocks that it cannot take along; none within its Ortsnetz. */
  readonly ending: readonly { readonly first: string; readonly size: number }[]
}

export function noticeDaysOf({ moveNoticeDays = MOVE_NOTICE_DAYS }: Pick<TenantProfile, 'moveNoticeDays'>): number {
  return moveNoticeDays
}

/** The first day on which a site can move: after the notice (EMG-06), on a day that may be wished for (ORD-01). */
export function earliestMove({ wishDays }: OrderTerms, noticeDays: number, today: Day): Day {
  let day = today.add({ days: noticeDays })
  while (wishDays !== undefined && !mayBeWished(day, wishDays)) day = day.add({ days: 1 })
  return day
}

function mayBeWished(day: Day, wishDays: NonNullable<OrderTerms['wishDays']>): boolean {
  const name = WEEKDAYS[day.dayOfWeek - 1]
  return name !== undefined && wishDays.includes(name) && !isNationalHoliday(day)
}

/** Whether the site goes where its geographic numbers cannot (NUM-02). */
export function leavesOrtsnetz({ site }: Pick<MoveOrder, 'site'>, facts: MoveFacts): boolean {
  return site.areaCode !== facts.site.areaCode
}

/** What keeps a site from moving like this: too little notice, or no number at the new place. */
export function moveFaults(form: MoveOrder, facts: MoveFacts, terms: OrderTerms, today: Day): InvalidRequest['errors'] {
  const earliest = earliestMove(terms, facts.noticeDays, today)
  const isTooSoon = Temporal.PlainDate.compare(Temporal.PlainDate.from(form.wishDate), today.add({ days: facts.noticeDays })) < 0
  const needsNumbers = leavesOrtsnetz(form, facts) && ordered(form, terms, 'numbers') === 0
  const { areaCode } = facts.site
  return [
    ...(isTooSoon
      ? [
          {
            pointer: '/form/wishDate',
            detail: {
              en: `is too soon: a move is told ${facts.noticeDays} days before, so on ${dayWords(earliest).en} at the earliest`,
              de: `ist zu früh: Ein Umzug wird ${facts.noticeDays} Tage vorher gemeldet, also frühestens zum ${dayWords(earliest).de}`,
            },
          },
        ]
      : []),
    ...(needsNumbers
      ? [
          {
            pointer: '/form/items',
            detail: {
              en: `needs new numbers: those of 0${areaCode} stay in their Ortsnetz`,
              de: `braucht neue Rufnummern: die aus 0${areaCode} bleiben in ihrem Ortsnetz`,
            },
          },
        ]
      : []),
  ]
}
