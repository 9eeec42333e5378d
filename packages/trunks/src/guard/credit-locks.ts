import { findTenant } from '@klinke/accounts'
import type { Clock } from '@klinke/foundation'
import type { Database, Tx } from '@klinke/platform'
import { DEFAULT_NOTICE_HOURS } from './lock.ts'
import { changeLock, insertLock, listOpenLocks, type StoredLock } from './lock-store.ts'
import { lockEvent } from './lock-words.ts'
import type { GuardNotices } from './notices.ts'

export interface CreditLockParts {
  readonly database: Pick<Database, 'withTenant'>
  readonly notices: Pick<GuardNotices, 'note'>
  readonly clock: Pick<Clock, 'epochMs'>
}

/** By whom they are made: locks that people make for the same cause are left to people. */
const LOCKED_BY = 'prepaid credit'
const HOUR_MS = 3_600_000

/**
 * Locks of calls out because a negative balance was not paid (FRD-03), by the same stages, mails and rules as those that people make: announced before, with 110 and
 * 112 free, never a full lock by itself. At most one of a customer is open.
 */
export class CreditLocks {
  readonly #parts: CreditLockParts

  constructor(parts: CreditLockParts) {
    this.#parts = parts
  }

  /** Announces a lock from then on, or from the end of the notice that the product gives. Nothing happens where one is open. `reason`: for the customer. */
  async announce(tenantId: string, { reason, from }: { readonly reason: string; readonly from: Date }): Promise<void> {
    const { database, notices, clock } = this.#parts
    const announcedAt = new Date(clock.epochMs())
    const send = await database.withTenant(tenantId, async (tx) => {
      const tenant = await findTenant(tx, tenantId)
      if (tenant === undefined || (await ownLock(tx)) !== undefined) return undefined
      const noticeMs = (tenant.profile.guard?.lockNoticeHours ?? DEFAULT_NOTICE_HOURS) * HOUR_MS
      const outgoingFrom = new Date(Math.max(from.getTime(), announcedAt.getTime() + noticeMs))
      const wanted = { tenantId, cause: 'negative-balance', services: 'all', reason, announcedAt, outgoingFrom, fullFrom: null } as const
      return notices.note(tx, tenantId, lockEvent('announced', await insertLock(tx, { ...wanted, lockedBy: LOCKED_BY })))
    })
    await send?.()
  }

  /** The reason has ended: so does the lock. Nothing happens where none is open. */
  async lift(tenantId: string): Promise<void> {
    const { database, notices, clock } = this.#parts
    const send = await database.withTenant(tenantId, async (tx) => {
      const lock = await ownLock(tx)
      if (lock === undefined) return undefined
      const lifted = await changeLock(tx, lock.id, { liftedAt: new Date(clock.epochMs()), liftedBy: LOCKED_BY })
      return lifted && notices.note(tx, tenantId, lockEvent('lifted', lifted))
    })
    await send?.()
  }

  /** From when on calls out are locked; undefined: no such lock is open. */
  async lockedFrom(tenantId: string): Promise<Date | undefined> {
    return (await this.#parts.database.withTenant(tenantId, (tx) => ownLock(tx)))?.outgoingFrom
  }
}

async function ownLock(tx: Tx): Promise<StoredLock | undefined> {
  return (await listOpenLocks(tx)).find(({ cause, lockedBy }) => cause === 'negative-balance' && lockedBy === LOCKED_BY)
}
