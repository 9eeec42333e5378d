import { AsyncLocalStorage } from 'node:async_hooks'
import type { Clock, Logger, Resource, Timer } from '@klinke/foundation'
import type { Database, Tx } from '@klinke/platform'
import { issue } from '../issue.ts'
import { findIssuer } from '../settings-store.ts'
import type { InvoiceSources } from '../sources.ts'
import { contentsOf, deleteDrafts, draftCustomer, draftsOf, inOrderOf } from './draft-customer.ts'
import { type InvoiceRun, IssuerMissing, type RunCustomer } from './run.ts'
import { countCustomers, nextCustomers, runAtWork, setCustomerState, setRunState } from './run-store.ts'

export interface RunWorkerParts {
  readonly database: Database
  readonly clock: Clock
  readonly logger: Logger
  readonly sources: InvoiceSources
  /** Called after a run has issued something, for who makes the documents. */
  readonly issued?: () => void
}

/** Customers in one transaction: what a kill takes back. */
const AT_A_TIME = 20
const LOOK_EVERY_MS = 15_000
/** After an error, such as a database that is away. */
const AGAIN_AFTER_MS = 5_000

/**
 * Leads runs on, customer by customer. Each step is a transaction that has all of its outcome or nothing, and begins by locking the run: whoever is
 * killed leaves what the next one continues, and two servers take turns.
 */
export class RunWorker implements Resource {
  readonly #parts: RunWorkerParts
  #timer: Timer | undefined
  #working: Promise<void> | undefined
  #again = false
  #closed = false
  /** What a run does is nobody's deed, even if a request has woken it: the audit log has who began and who issued it. */
  readonly #apart = AsyncLocalStorage.snapshot()

  constructor(parts: RunWorkerParts) {
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

  async close(): Promise<void> {
    this.#closed = true
    this.#timer?.cancel()
    await this.#working
  }

  async #work(): Promise<void> {
    this.#again = false
    try {
      while (!this.#closed && (await advanceRun(this.#parts))) await Promise.resolve()
      this.#later(LOOK_EVERY_MS)
    } catch (error) {
      this.#parts.logger.error('the invoice run stands still', { error: errorOf(error) })
      this.#later(AGAIN_AFTER_MS)
    }
  }

  #later(delayMs: number): void {
    if (this.#closed) return
    this.#timer?.cancel()
    this.#timer = this.#parts.clock.after(delayMs, () => this.wake())
  }
}

/** One step of the run that is at work; false: there is none, or another server is at it. */
export async function advanceRun(parts: RunWorkerParts): Promise<boolean> {
  try {
    return await step(parts, AT_A_TIME)
  } catch (error) {
    parts.logger.warn('a step of the invoice run failed: once more, one customer at a time', { error: errorOf(error) })
    return step(parts, 1, (fault) => parts.logger.error('a customer cannot be billed', { error: errorOf(fault) }))
  }
}

/** With `onFault`, a customer whose step throws is set aside instead. */
async function step(parts: RunWorkerParts, limit: number, onFault?: (error: unknown) => void): Promise<boolean> {
  const { database } = parts
  let isIssuing = false
  let at: { readonly run: InvoiceRun; readonly customer: RunCustomer } | undefined
  try {
    const hasWorked = await database.withOperator(async (tx) => {
      const run = await runAtWork(tx)
      if (run === undefined) return false
      const customers = await nextCustomers(tx, run.id, run.state === 'drafting' ? 'waiting' : 'drafted', limit)
      if (customers.length === 0) await end(tx, run)
      for (const customer of customers) {
        at = { run, customer }
        await (run.state === 'drafting' ? draft(tx, run, customer, parts) : issueDrafts(tx, run, customer, parts))
      }
      isIssuing = run.state === 'issuing'
      return true
    })
    if (isIssuing) parts.issued?.()
    return hasWorked
  } catch (error) {
    const fault = at
    if (onFault === undefined || fault === undefined) throw error
    onFault(error)
    await database.withOperator((tx) => setCustomerState(tx, fault.run.id, fault.customer.tenantId, 'problem', FAULT))
    return true
  }
}

/** Of what had changed since the preview there is a new preview. */
async function end(tx: Tx, { id, state }: InvoiceRun): Promise<void> {
  const isLookedAtAnew = state === 'drafting' || (await countCustomers(tx, id)).changed > 0
  await setRunState(tx, id, isLookedAtAnew ? 'drafted' : 'issued')
}

async function draft(tx: Tx, run: InvoiceRun, { tenantId }: RunCustomer, { sources }: RunWorkerParts): Promise<void> {
  const issuer = await findIssuer(tx)
  if (issuer === undefined) throw new IssuerMissing()
  const drafted = await draftCustomer(tx, run, tenantId, issuer, sources)
  await setCustomerState(tx, run.id, tenantId, drafted.state, drafted.state === 'problem' ? drafted.problem : undefined)
}

/**
 * Issues what was seen in the preview, and nothing else: of a customer that has changed since, the new drafts wait to be looked at, and nothing is issued.
 */
async function issueDrafts(tx: Tx, run: InvoiceRun, { tenantId }: RunCustomer, { sources }: RunWorkerParts): Promise<void> {
  const issuer = await findIssuer(tx)
  if (issuer === undefined || run.issueOn === null) throw new IssuerMissing()
  const now = await contentsOf(tx, tenantId, run, issuer, sources)
  const seen = 'code' in now ? undefined : inOrderOf(now, await draftsOf(tx, run.id, tenantId))
  if (seen !== undefined) {
    await issue(tx, seen, run.issueOn, sources)
    await setCustomerState(tx, run.id, tenantId, 'issued')
    return
  }
  await deleteDrafts(tx, run.id, tenantId)
  const drafted = await draftCustomer(tx, run, tenantId, issuer, sources)
  const isProblem = drafted.state === 'problem'
  await setCustomerState(
    tx,
    run.id,
    tenantId,
    drafted.state === 'drafted' ? 'changed' : drafted.state,
    isProblem ? drafted.problem : undefined,
  )
}

function errorOf(error: unknown): Error | string {
  return error instanceof Error ? error : String(error)
}

const FAULT = {
  code: 'fault',
  de: 'Ein Fehler im Programm; das Protokoll des Servers nennt ihn. Die übrigen Kunden sind nicht betroffen.',
  en: 'A fault of the program; the log of the server names it. The other customers are not concerned.',
} as const
