import type { Answer } from '../../api/operation.ts'

export type Order = Answer<'GET /trace-orders/{orderId}'>

export const REFRESHED = { refreshes: ['/trace-orders'] } as const

/** Where the window of an order stands. */
export function windowAt(
  { validFrom, validUntil }: Pick<Order, 'validFrom' | 'validUntil'>,
  nowMs: number,
): 'to-come' | 'running' | 'over' {
  if (nowMs < Date.parse(validFrom)) return 'to-come'
  return nowMs < Date.parse(validUntil) ? 'running' : 'over'
}

/** How far the report is on its way out: one person asks, another one releases. */
export function stepOf({ release }: Pick<Order, 'release'>): 'unasked' | 'asked' | 'released' {
  if (release === null) return 'unasked'
  return release.releasedAt === null ? 'asked' : 'released'
}
