import type { Answer } from '../../api/operation.ts'

export type Ticket = Answer<'GET /tickets/{ticketId}'>
export type Entry = Answer<'GET /tickets/{ticketId}/entries'>['items'][number]
export type Clock = NonNullable<Ticket['clock']>

export const KINDS = ['fault', 'chargeable', 'question'] as const
export const SEVERITIES = ['outage', 'impaired', 'minor'] as const
export const CHECKS = ['power', 'internet', 'restarted', 'other-phone', 'cabling', 'other-numbers', 'settings'] as const

export const REFRESHED = { refreshes: ['/tickets', '/ticket-queue', '/ticket-mails'] } as const

/** How full the bar of a time to repair is, in per cent; full when it is over. */
export function percentSpent({ spentMinutes, promisedMinutes }: Pick<Clock, 'spentMinutes' | 'promisedMinutes'>): number {
  return Math.min(100, Math.round((100 * spentMinutes) / promisedMinutes))
}

/** Hours and minutes of so many minutes, without sign: `1:05`. */
export function hoursAndMinutes(minutes: number): string {
  const whole = Math.abs(minutes)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
