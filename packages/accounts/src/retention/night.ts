import type { Clock, Logger, Resource } from '@klinke/foundation'
import type { Database, MailSender, Tx } from '@klinke/platform'
import { germanDay } from '../sites/address-history.ts'
import { DEFAULT_TIME_ZONE } from '../snapshot.ts'
import { findTenant } from '../tenants/store.ts'
import { chargedBefore, type DispatchedInvoice } from './charged-before.ts'
import { type DataKind, type Due, type HeldDays, HOUSE } from './data-kind.ts'
import { tellOfDeletions } from './deletion-notices.ts'
import type { CustomerEnd } from './master-data.ts'
import { isNightDone, noteDeletion, noteNight, openHolds, tenantsBehind } from './store.ts'

export interface RetentionParts {
  readonly database: Database
  readonly clock: Clock
  readonly logger: Logger
  readonly kinds: readonly DataKind[]
  /** Invoices of a customer; absent: nobody gets one here. */
  readonly invoices?: (tx: Tx, tenantId: string) => Promise<readonly DispatchedInvoice[]>
  /** Days whose calls are in dispute, beside those that somebody has said by hand; absent: none. */
  readonly disputes?: (tx: Tx, tenantId: string) => Promise<readonly HeldDays[]>
  /** Puts aside what outlives a customer and still lies in its folder, before anything is deleted; absent: nothing does. */
  readonly archive?: () => Promise<unknown>
  /** When customers end; absent: nobody is told of those that are going to be deleted. */
  readonly end?: CustomerEnd
  /** Tells operators; absent: this installation sends no mail. */
  readonly mail?: MailSender | undefined
}

const LOOK_EVERY_MS = 10 * 60_000
/** In Germany: while hardly anybody calls. */
const NIGHT = { fromHour: 1, untilHour: 5 } as const
const TENANTS_AT_A_TIME = 100
/** Of customers who are gone nobody reads lists of calls any more. */
const OF_DELETED = { callListDays: 1 } as const

/** Deletes each night what is due, and notes it (PRI-01), until it is closed. A night that was missed is made up for in the next one: rules know days, not nights. */
export function retentionNights(parts: RetentionParts): Resource {
  const { database, clock, logger } = parts
  let closed = false
  let running = Promise.resolve()
  const look = async (): Promise<void> => {
    try {
      const day = germanDay(clock.epochMs())
      if (isNight(clock.epochMs()) && !(await database.withOperator((tx) => isNightDone(tx, day))))
        await retentionNight(parts, () => closed)
    } catch (error) {
      logger.error('what is due could not be deleted', { error: String(error) })
    }
    if (!closed) timer = clock.after(LOOK_EVERY_MS, begin)
  }
  const begin = (): void => {
    running = look()
  }
  let timer = clock.after(LOOK_EVERY_MS, begin)
  return {
    close: () => {
      closed = true
      timer.cancel()
      return running
    },
  }
}

function isNight(epochMs: number): boolean {
  const { hour } = Temporal.Instant.fromEpochMilliseconds(Math.floor(epochMs)).toZonedDateTimeISO(DEFAULT_TIME_ZONE)
  return hour >= NIGHT.fromHour && hour < NIGHT.untilHour
}

/** One night: every kind of every customer, those that are deleted already too. What fails with one leaves the others alone, and is tried the next night. */
export async function retentionNight(parts: RetentionParts, isOver: () => boolean = () => false): Promise<void> {
  const { database, clock } = parts
  const day = germanDay(clock.epochMs())
  await parts.archive?.()
  let whole = await tellOperators(parts)
  let after: string | undefined
  for (;;) {
    const from = after
    const tenants = await database.withOperator((tx) => tenantsBehind(tx, from, TENANTS_AT_A_TIME))
    for (const tenantId of tenants) {
      if (isOver()) return
      whole = (await nightOf(parts, tenantId, isOver)) && whole
    }
    after = tenants.at(-1)
    if (after === undefined) break
  }
  if (whole) await database.withOperator((tx) => noteNight(tx, day, new Date(clock.epochMs())))
}

/** False: it is tried again. */
async function tellOperators({ database, clock, logger, end, mail }: RetentionParts): Promise<boolean> {
  try {
    if (end !== undefined) await database.withOperator((tx) => tellOfDeletions(tx, end, clock.epochMs(), mail))
    return true
  } catch (error) {
    logger.warn('operators could not be told of customers that are going to be deleted', { error: String(error) })
    return false
  }
}

/** False: something failed, and is tried again. */
async function nightOf(parts: RetentionParts, tenantId: string, isOver: () => boolean): Promise<boolean> {
  const { database, logger, kinds } = parts
  const due = await database.withOperator((tx) => dueOf(parts, tx, tenantId))
  let whole = true
  for (const kind of kinds) {
    try {
      while (!isOver() && (await removeSome(parts, kind, due)));
    } catch (error) {
      whole = false
      logger.error('personal data that is due could not be deleted', { tenant: tenantId, kind: kind.name, error: String(error) })
    }
  }
  return whole
}

async function dueOf({ clock, invoices, disputes }: RetentionParts, tx: Tx, tenantId: string): Promise<Due> {
  const tenant = await findTenant(tx, tenantId)
  const nowMs = clock.epochMs()
  const isDeleted = tenant === undefined && tenantId !== HOUSE
  const profile = isDeleted ? OF_DELETED : (tenant?.profile.retention ?? {})
  const today = Temporal.PlainDate.from(germanDay(nowMs))
  const before = chargedBefore((await invoices?.(tx, tenantId)) ?? [], today, profile)
  const holds = [...(await openHolds(tx, tenantId)), ...((await disputes?.(tx, tenantId)) ?? [])]
  return { tenantId, isDeleted, nowMs, profile, holds, chargedBefore: before }
}

/** What is deleted and the note of it are one transaction. False: nothing is due. */
async function removeSome({ database }: RetentionParts, { name, remove }: DataKind, due: Due): Promise<boolean> {
  if (remove === undefined) return false
  return database.withOperator(async (tx) => {
    const removed = await remove(tx, due)
    if (removed === undefined) return false
    await noteDeletion(tx, { tenantId: due.tenantId, kind: name, ...removed, at: new Date(due.nowMs) })
    return true
  })
}
