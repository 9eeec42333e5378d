import { AsyncLocalStorage } from 'node:async_hooks'
import type { Clock, Logger, Resource, Timer } from '@klinke/foundation'
import { type Database, DatabaseUnavailable, errorCode, type Tx } from '@klinke/platform'
import type { Difference } from '../rate-anew.ts'
import { holdRating } from '../rating-job.ts'
import { type Rerating, rerateIn } from '../rerate.ts'
import { nothingToSettle, type SettleRated } from '../settle.ts'
import type { TariffBooks } from '../tariff-books.ts'
import { priceOf } from '../views.ts'
import type { KeptDifference, Rerun, RerunCustomerState } from './run.ts'
import {
  claimCustomer,
  type Finding,
  findRerun,
  listRerunCustomers,
  nextRerunCustomer,
  noteProgress,
  noteWork,
  type Place,
  progressOf,
  putFinding,
  rerunAtWork,
  setAside,
  setRerunState,
  takeToKeep,
  waitForLocks,
} from './run-store.ts'

export interface RerunWorkerParts {
  readonly database: Pick<Database, 'withOperator' | 'withSnapshot'>
  readonly books: TariffBooks
  readonly clock: Clock
  readonly logger: Logger
  /** Absent: nobody has taken money before. */
  readonly settle?: SettleRated
  /** Calls read at a time. */
  readonly atATime?: number
  /** How long to wait for whoever else rates, before it is tried later. */
  readonly lockWithinMs?: number
}

const LOOK_EVERY_MS = 15_000
/** After an error, such as a database that is away. */
const AGAIN_AFTER_MS = 5_000
/** Less than a statement may take: who waited in vain for a lock is told so, and not that its statement was slow. */
const LOCK_WITHIN_MS = 20_000
/** Differences of a customer that are kept with a run. */
export const MAX_DIFFERENCES = 20

/** The run was cancelled, another server was faster, or this one stops: what was begun of a customer is dropped. */
class Dropped extends Error {}

/** Another server has the customer at work. */
class ClaimedElsewhere extends Error {}

/** Something else would be kept than somebody has looked at. */
class ChangedSince extends Error {
  readonly found: Finding

  constructor(found: Finding) {
    super('changed since it was looked at')
    this.found = found
  }
}

/**
 * Leads runs on, customer by customer, the oldest first. A customer is compared in a snapshot, which keeps nobody waiting, and kept in one transaction: a kill takes back the
 * customer at work, with which the next server begins anew. One server has a customer at a time; the others look again later.
 */
export class RerunWorker implements Resource {
  readonly #parts: RerunWorkerParts
  #timer: Timer | undefined
  #working: Promise<void> | undefined
  #again = false
  #closed = false
  /** What a run does is nobody's deed, even if a request has woken it: the audit log has who began it and who kept it. */
  readonly #apart = AsyncLocalStorage.snapshot()

  constructor(parts: RerunWorkerParts) {
    this.#parts = parts
    this.#later(0)
  }

  /** There is something to do now. */
  wake(): void {
    if (this.#closed) return
    if (this.#working !== undefined) {
      this.#again = true
      return
    }
    this.#timer?.cancel()
    this.#working = this.#apart(() => this.#work()).finally(() => {
      this.#working = undefined
      if (this.#again) this.wake()
    })
  }

  /** Does not wait for a customer of a million calls: it is begun anew. */
  async close(): Promise<void> {
    this.#closed = true
    this.#timer?.cancel()
    await this.#working
  }

  async #work(): Promise<void> {
    this.#again = false
    try {
      while (!this.#closed && (await advanceRerun(this.#parts, () => this.#closed)));
      this.#later(LOOK_EVERY_MS)
    } catch (error) {
      this.#parts.logger.error('calls cannot be rated anew; the run goes on later', { error: errorOf(error) })
      this.#later(AGAIN_AFTER_MS)
    }
  }

  #later(delayMs: number): void {
    if (this.#closed) return
    this.#timer?.cancel()
    this.#timer = this.#parts.clock.after(delayMs, () => this.wake())
  }
}

/** One step of the oldest run that is at work; false: there is none, or its next customer is to be had later only. `isOver`: asked between some calls and the next, whether to drop what is begun. */
export async function advanceRerun(parts: RerunWorkerParts, isOver: () => boolean = () => false): Promise<boolean> {
  const { database, logger } = parts
  const run = await database.withOperator(rerunAtWork)
  if (run === undefined) return false
  if (!run.isListed) {
    await database.withOperator((tx) => listRerunCustomers(tx, run))
    return true
  }
  const tenantId = await database.withOperator((tx) => nextRerunCustomer(tx, run))
  if (tenantId === undefined) {
    await end(parts, run)
    return true
  }
  const place = { runId: run.id, tenantId }
  try {
    await (run.state === 'keeping' ? keepCustomer : compareCustomer)(parts, run, place, isOver)
  } catch (error) {
    if (error instanceof Dropped) return true
    if (error instanceof DatabaseUnavailable) throw error
    if (error instanceof ClaimedElsewhere || isWaitedInVain(error)) return false
    logger.error('the calls of a customer cannot be rated anew; the others are', { tenantId, error: errorOf(error) })
    await database.withOperator((tx) => setAside(tx, place, run.state))
  }
  return true
}

/** Of what had changed since somebody looked, somebody looks again. */
function end({ database }: RerunWorkerParts, { id }: Rerun): Promise<void> {
  return database.withOperator(async (tx) => {
    const { state } = await findRerun(tx, id, 'for-update')
    if (state !== 'comparing' && state !== 'keeping') return
    const isToBeLookedAt = state === 'comparing' || (await progressOf(tx, id)).customers.changed > 0
    await setRerunState(tx, id, isToBeLookedAt ? 'compared' : 'kept')
  })
}

async function compareCustomer(parts: RerunWorkerParts, run: Rerun, place: Place, isOver: () => boolean): Promise<void> {
  const { database, books } = parts
  const found = await database.withSnapshot(async (tx) => {
    await claim(parts, tx, run, place)
    return rerateIn(tx, books, questionOf(parts, run, place, isOver))
  })
  const finding = findingOf(found, found.different === 0 ? 'same' : 'compared')
  await database.withOperator((tx) => putFinding(tx, place, run.state, finding))
}

/** Keeps what was looked at, and nothing else. */
async function keepCustomer(parts: RerunWorkerParts, run: Rerun, place: Place, isOver: () => boolean): Promise<void> {
  const { database, books, settle = nothingToSettle, lockWithinMs = LOCK_WITHIN_MS } = parts
  try {
    await database.withOperator(async (tx) => {
      await claim(parts, tx, run, place)
      await waitForLocks(tx, lockWithinMs)
      // Before the customer, as whoever else rates it.
      await holdRating(tx)
      const found = await rerateIn(tx, books, { ...questionOf(parts, run, place, isOver), keep: settle })
      const seen = await takeToKeep(tx, place)
      if (seen === undefined) throw new Dropped()
      if (seen.digest !== found.digest) throw new ChangedSince(findingOf(found, found.different === 0 ? 'same' : 'changed'))
      await putFinding(tx, place, run.state, findingOf(found, 'kept'))
    })
  } catch (error) {
    if (!(error instanceof ChangedSince)) throw error
    await database.withOperator((tx) => putFinding(tx, place, run.state, error.found))
  }
}

/** Until the transaction ends. Throws `ClaimedElsewhere`. */
async function claim({ database }: RerunWorkerParts, tx: Tx, run: Rerun, place: Place): Promise<void> {
  if (!(await claimCustomer(tx, place))) throw new ClaimedElsewhere()
  await database.withOperator((own) => noteWork(own, place, run))
}

/** Somebody else rated all the while, or two waited for each other (lock_not_available, deadlock_detected): nothing is wrong with the customer. */
function isWaitedInVain(error: unknown): boolean {
  return ['55P03', '40P01'].includes(errorCode(error) ?? '')
}

function questionOf({ database, clock, atATime }: RerunWorkerParts, { month, state }: Rerun, place: Place, isOver: () => boolean) {
  let done = 0
  const turn = async (calls: number): Promise<void> => {
    done += calls
    if (isOver() || !(await database.withOperator((tx) => noteProgress(tx, place, state, done)))) throw new Dropped()
  }
  return { tenantId: place.tenantId, month, knownAtMs: clock.epochMs(), turn, ...(atATime !== undefined && { atATime }) }
}

function findingOf(
  { calls, invoiced, different, before, after, differences, digest }: Rerating & { readonly digest: string },
  state: RerunCustomerState,
): Finding {
  return {
    state,
    calls,
    invoiced,
    different,
    before,
    after,
    digest,
    differences: differences.slice(0, MAX_DIFFERENCES).map(keptDifference),
  }
}

function keptDifference({ before: { usage, rating }, after }: Difference): KeptDifference {
  return {
    id: usage.id,
    before: { outcome: rating.outcome, price: priceOf(rating) },
    after: { outcome: after.outcome, price: priceOf(after) },
  }
}

function errorOf(error: unknown): Error | string {
  return error instanceof Error ? error : String(error)
}
