import type { Clock, Logger, Resource, Timer } from '@klinke/foundation'
import { type BlobStore, type Database, noteDeed, type Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { DataKind } from '../retention/data-kind.ts'
import { DUTY, SECURITY } from '../retention/kind.ts'
import { findTenant } from '../tenants/store.ts'
import { accessReport } from './access-report.ts'
import { answerRequest, type PrivacyRequest, takeWaitingReport } from './request-store.ts'
import { personOf } from './subject.ts'

export interface ReportJobParts {
  readonly database: Database
  readonly clock: Clock
  readonly logger: Logger
  readonly blobs: Pick<BlobStore, 'put'>
  readonly kinds: readonly DataKind[]
  /** Who answers for the data. */
  readonly controller?: (tx: Tx) => Promise<string>
}

const LOOK_EVERY_MS = 5_000
/** One that failed is tried again after so long, until somebody answers the request: what was wrong may be mended meanwhile. */
export const TRY_AGAIN_MS = 3_600_000
/** A report can be downloaded so long. */
export const REPORT_DAYS = 7
const DAY_MS = 86_400_000

/** Makes reports that are asked for, one at a time, until it is closed: a server that stops in the middle begins it anew. */
export class ReportJobs implements Resource {
  readonly #parts: ReportJobParts
  #timer: Timer
  #working: Promise<void> = Promise.resolve()
  #closed = false
  /** In hundredths, of the one that is being made: what its transaction writes nobody sees before its end. */
  readonly #progress = new Map<string, number>()

  constructor(parts: ReportJobParts) {
    this.#parts = parts
    this.#timer = parts.clock.after(LOOK_EVERY_MS, this.#look)
  }

  /** A report was asked for: it is begun now. Settles when nothing waits any more. */
  look(): Promise<void> {
    this.#timer.cancel()
    this.#look()
    return this.#working
  }

  /** How far a report is, in hundredths. */
  progressOf(requestId: string): number {
    return this.#progress.get(requestId) ?? 0
  }

  close(): Promise<void> {
    this.#closed = true
    this.#timer.cancel()
    return this.#working
  }

  readonly #look = (): void => {
    this.#working = this.#working.then(() => this.#makeAll())
  }

  async #makeAll(): Promise<void> {
    const { logger, clock } = this.#parts
    this.#timer.cancel()
    try {
      while (!this.#closed && (await makeReport(this.#parts, this.#progress))) this.#progress.clear()
    } catch (error) {
      logger.error('a report on personal data could not be begun', { error: String(error) })
    }
    if (!this.#closed) this.#timer = clock.after(LOOK_EVERY_MS, this.#look)
  }
}

/** False: none waits. One that fails says so, and why, and is tried again later. */
async function makeReport(parts: ReportJobParts, progress: Map<string, number>): Promise<boolean> {
  const { database, clock, logger } = parts
  return database.withOperator(async (tx) => {
    const request = await takeWaitingReport(tx, new Date(clock.epochMs() - TRY_AGAIN_MS))
    if (request === undefined) return false
    const at = new Date(clock.epochMs())
    await sql`SAVEPOINT report`.execute(tx.tables())
    try {
      const { key, octets } = await storedReport(parts, tx, request, progress)
      const expiresAt = new Date(at.getTime() + REPORT_DAYS * DAY_MS)
      await answerRequest(tx, request.id, { state: 'ready', outcome: '', by: 'Klinke', at, file: { key, octets, expiresAt } })
      const actor = { kind: 'system', id: 'klinke', name: 'Klinke', address: '' }
      await noteDeed(tx, { tenantId: request.tenant_id, actor, action: 'created', subject: 'privacy_report', subjectId: request.id })
    } catch (error) {
      logger.error('a report on personal data failed', { request: request.id, error: String(error) })
      await sql`ROLLBACK TO SAVEPOINT report`.execute(tx.tables())
      await answerRequest(tx, request.id, { state: 'failed', outcome: String(error).slice(0, 500), by: 'Klinke', at })
    }
    return true
  })
}

async function storedReport(parts: ReportJobParts, tx: Tx, request: PrivacyRequest, progress: Map<string, number>) {
  const { clock, blobs, kinds, controller } = parts
  const { id, tenant_id: tenantId, subject } = request
  const tenant = await findTenant(tx, tenantId)
  if (tenant === undefined) throw new Error(`The customer ${tenantId} is gone.`)
  const person = await personOf(tx, tenantId, subject)
  const about = {
    ...{
      tenant,
      person,
      at: new Date(clock.epochMs()),
      own: new Set(person === undefined ? await numbersOf(tx, tenantId) : [...person.numbers, ...person.shownNumbers]),
    },
    ...{ language: tenant.profile.language ?? ('de' as const), controller: (await controller?.(tx)) ?? '' },
  }
  const archive = await accessReport(tx, request.kind === 'portability' ? portable(kinds) : kinds, about, {
    progress: (percent) => void progress.set(id, percent),
    forMachines: request.kind === 'portability',
  })
  return { key: await blobs.put(tenantId, archive, 'zip'), octets: archive.length }
}

/** Art. 20 (1) GDPR: what is processed by consent or contract; what the law or our own interest demands is none of it. */
function portable(kinds: readonly DataKind[]): readonly DataKind[] {
  return kinds.filter(({ about: { purpose } }) => purpose !== DUTY && purpose !== SECURITY)
}

async function numbersOf(tx: Tx, tenantId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly e164: string }>`SELECT e164 FROM phone_number WHERE tenant_id = ${tenantId}`.execute(tx.tables())
  return rows.map(({ e164 }) => e164)
}
