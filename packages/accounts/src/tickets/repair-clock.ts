import type { Tx } from '@klinke/platform'
import { isCompensated } from '../legal-floors/floors.ts'
import { findTenant } from '../tenants/store.ts'
import { DEFAULT_CLOSE_AFTER_DAYS, DEFAULT_SERVICE_HOURS, DEFAULT_WARN_MINUTES, type RepairProfile } from './repair-profile.ts'
import { changeTicket, stopsOf, type Ticket } from './store.ts'
import { dueAt, type RepairTime, repairTime, type Stop } from './ttr.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** The time to repair of a ticket; undefined: it is no fault, or the product promises none. */
export function clockOf(
  { kind, openedAt, resolvedAt }: Pick<Ticket, 'kind' | 'openedAt' | 'resolvedAt'>,
  stops: readonly Stop[],
  repair: RepairProfile | undefined,
  nowMs: number,
): RepairTime | undefined {
  if (kind !== 'fault' || repair?.hours === undefined) return undefined
  // What is resolved ends there, whatever was told later.
  const untilMs = Math.min(nowMs, resolvedAt?.getTime() ?? nowMs)
  return repairTime({ openedMs: openedAt.getTime(), stops }, repair.hours, repair.counted ?? DEFAULT_SERVICE_HOURS, untilMs)
}

/** Writes anew when the time to repair is over and when the operator is warned: after every change of what it is counted from. */
export async function reckon(tx: Tx, ticket: Ticket): Promise<void> {
  const repair = await repairOf(tx, ticket.tenantId)
  const stops = await stopsOf(tx, [ticket.id])
  const counted = { openedMs: ticket.openedAt.getTime(), stops }
  const hours = repair?.counted ?? DEFAULT_SERVICE_HOURS
  const runs = ticket.kind === 'fault' && ticket.state === 'open' && repair?.hours !== undefined
  if (!runs) return changeTicket(tx, ticket.id, { dueAt: null, warnAt: null })
  const promisedMs = (repair.hours ?? 0) * HOUR_MS
  const warnMs = Math.max(0, promisedMs - (repair.warnMinutes ?? DEFAULT_WARN_MINUTES) * MINUTE_MS)
  await changeTicket(tx, ticket.id, {
    dueAt: asDate(dueAt(counted, promisedMs, hours)),
    warnAt: asDate(dueAt(counted, warnMs, hours)),
  })
}

/** Customers object to a closed ticket as long as to one that is resolved (`closeAfterDays`); what happens later is a fault of its own. */
export function isTooLateToReopen(
  { state, closedAt }: Pick<Ticket, 'state' | 'closedAt'>,
  repair: RepairProfile | undefined,
  nowMs: number,
): boolean {
  if (state !== 'closed' || closedAt === null) return false
  return nowMs > closedAt.getTime() + (repair?.closeAfterDays ?? DEFAULT_CLOSE_AFTER_DAYS) * DAY_MS
}

/** What the product of a customer promises, and law gives it beside; undefined: nothing. */
export async function repairOf(tx: Tx, tenantId: string): Promise<RepairProfile | undefined> {
  const { customerKind, repair } = (await findTenant(tx, tenantId))?.profile ?? {}
  return isCompensated(customerKind, repair?.compensation) ? { ...repair, compensation: true } : repair
}

function asDate(epochMs: number | undefined): Date | null {
  return epochMs === undefined ? null : new Date(epochMs)
}
