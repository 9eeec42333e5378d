import { DEFAULT_TIME_ZONE, findTenant, isProtected } from '@klinke/accounts'
import type { Clock, Logger, Resource, Timer } from '@klinke/foundation'
import type { Database, MailSender, Tx } from '@klinke/platform'
import { type Day, versionOn } from '../../contracts/contract.ts'
import { contractOf } from '../../contracts/fold.ts'
import { findHistory, record } from '../../contracts/store.ts'
import type { Catalogue, ProfileVersion } from '../catalogue.ts'
import { operatorsToday } from '../route-parts.ts'
import { changedItems } from './changed-items.ts'
import { priceMail, withdrawalMail } from './mail.ts'
import { MailAttempts, sendToEach } from './mail-attempts.ts'
import { dropRefused, resendRefused } from './refused-mails.ts'
import { changesTariff, firstDayOfPrices, isToldTooEarly } from './rules.ts'
import {
  administrators,
  insertNotices,
  listPriceChanges,
  markProblem,
  markTold,
  openNotices,
  type StoredPriceChange,
  takeNotice,
} from './store.ts'
import { markWithdrawalTold, nextToldNotice, takeToldNotice } from './withdrawal-store.ts'

export interface PriceTellerParts {
  readonly database: Pick<Database, 'withOperator'>
  readonly catalogue: Catalogue
  readonly mail: MailSender
  readonly portalUrl: string
  readonly clock: Clock
  readonly logger: Logger
}

const EVERY_MS = 600_000
/** Read at a time. */
const BATCH = 100

/**
 * Tells customers of changed prices (BIL-07), one after the other. A contract gets its new prices in the same transaction in which its mail is handed over, from a day
 * that the notice allows on the day of the mail: a mail server that is away for a day makes the day later, never the notice shorter. A crash between the two tells twice.
 */
export class PriceTeller implements Resource {
  readonly #parts: PriceTellerParts
  readonly #attempts: MailAttempts
  #timer: Timer
  #working: Promise<void> = Promise.resolve()
  #closed = false

  constructor(parts: PriceTellerParts) {
    this.#parts = parts
    this.#attempts = new MailAttempts(parts, 'price_change_notice')
    this.#timer = parts.clock.after(0, () => this.wake())
  }

  /** Looks now, and every ten minutes from now on. */
  wake(): void {
    this.#timer.cancel()
    this.#working = this.#working.then(() => this.#look())
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#timer.cancel()
    await this.#working
    this.#timer.cancel()
  }

  async #look(): Promise<void> {
    if (this.#closed) return
    this.#attempts.begin()
    try {
      const changes = await this.#parts.database.withOperator((tx) => listPriceChanges(tx))
      for (const change of changes) if (change.withdrawnAt !== null) await this.#tellWithdrawal(change)
      for (const change of latestOf(changes)) await this.#tell(change)
      await resendRefused(this.#parts, () => this.#closed)
    } catch (error) {
      this.#parts.logger.warn('customers could not be told of new prices; it is tried again', { error: String(error) })
    }
    this.#timer = this.#parts.clock.after(EVERY_MS, () => this.wake())
  }

  /** Whoever has the mail with the prices gets one that they do not come; their contracts are as before already. */
  async #tellWithdrawal({ id: changeId, versionId }: StoredPriceChange): Promise<void> {
    const { database, catalogue, mail, clock, portalUrl } = this.#parts
    const { file } = await catalogue.version(versionId)
    const tell = (id: string) =>
      database.withOperator(async (tx) => {
        const notice = await takeToldNotice(tx, id)
        if (notice === undefined) return
        await markWithdrawalTold(tx, notice.id, new Date(clock.epochMs()))
        const still = await stillAnnounced(tx, notice.contractId, operatorsToday(clock))
        const facts = { file, still, holdsFrom: Temporal.PlainDate.from(notice.holdsFrom), link: `${portalUrl}/contract` }
        const people = await administrators(tx, notice.tenantId)
        await dropRefused(tx, notice.id)
        const mails = people.map(({ email, language }) => withdrawalMail(facts, email, language))
        await sendToEach(tx, notice, mails, { mail, clock })
      })
    for (let after: string | undefined; !this.#closed; ) {
      const from = after
      const id = await database.withOperator((tx) => nextToldNotice(tx, changeId, from))
      if (id === undefined) return
      await this.#attempts.attempt(id, () => tell(id))
      after = id
    }
  }

  async #tell(change: StoredPriceChange): Promise<void> {
    const { database, catalogue } = this.#parts
    const version = await catalogue.version(change.versionId)
    await database.withOperator((tx) => insertNotices(tx, change))
    for (let after: string | undefined; !this.#closed; ) {
      const from = after
      const notices = await database.withOperator((tx) => openNotices(tx, change.id, BATCH, from))
      for (const notice of notices) if (!this.#closed) await this.#attempts.attempt(notice.id, () => this.#tellOne(change, version, notice))
      after = notices.at(-1)?.id
      if (notices.length < BATCH) return
    }
  }

  async #tellOne(
    change: StoredPriceChange,
    version: ProfileVersion,
    { id, tenantId, contractId }: { id: string; tenantId: string; contractId: string },
  ): Promise<void> {
    const { database, catalogue, mail, clock, portalUrl } = this.#parts
    const read = await database.withOperator((tx) => findHistory(tx, contractId))
    const versions = await catalogue.versions((read?.events ?? []).flatMap((event) => ('versionId' in event ? [event.versionId] : [])))
    const rule = version.file.priceChange.find(({ name }) => name === change.rule) ?? version.file.priceChange[0]
    await database.withOperator(async (tx) => {
      if (!(await takeNotice(tx, id, change.id))) return
      const history = await findHistory(tx, contractId, 'for update')
      const contract = history && contractOf(history)
      const tenant = await findTenant(tx, tenantId)
      if (history === undefined || contract === undefined || tenant === undefined || rule === undefined)
        return markProblem(tx, id, 'not-needed')
      const now = Temporal.Instant.fromEpochMilliseconds(clock.epochMs())
      const today = now.toZonedDateTimeISO(tenant.profile.timeZone ?? DEFAULT_TIME_ZONE).toPlainDate()
      const { customerKind } = tenant.profile
      const holdsFrom = firstDayOfPrices(rule, today, change.wantedFrom, customerKind)
      if (isToldTooEarly(today, holdsFrom, customerKind)) return
      const hasEnded = contract.cancellation !== undefined && Temporal.PlainDate.compare(contract.cancellation.until, holdsFrom) < 0
      if (hasEnded || contract.versions.some(({ versionId }) => versionId === version.id)) return markProblem(tx, id, 'not-needed')
      const changed = changedItems(contract, version.file, holdsFrom, versions)
      const held = versionOn(contract, holdsFrom)
      const callsToo = changesTariff(held === undefined ? undefined : versions(held), version.file)
      // Whose prices stay as they are keeps its version: nothing else of it may change unsaid.
      if (changed.length === 0 && !callsToo) return markProblem(tx, id, 'not-needed')
      const people = await administrators(tx, tenantId)
      if (people.length === 0) return markProblem(tx, id, 'nobody-to-tell')
      const by = { by: change.createdBy, atMs: clock.epochMs() }
      await record(tx, history, [{ kind: 'prices-changed', from: holdsFrom, versionId: version.id }], by)
      const facts = { file: version.file, changed, callsToo, holdsFrom, mayEnd: isProtected(customerKind), link: `${portalUrl}/contract` }
      const mails = people.map(({ email, language }) => priceMail(facts, email, language))
      const to = await sendToEach(tx, { id, tenantId }, mails, { mail, clock })
      await markTold(tx, id, { at: new Date(clock.epochMs()), to, holdsFrom: holdsFrom.toString() })
    })
  }
}

/** First days of the changed prices that a contract still gets after this day. */
async function stillAnnounced(tx: Tx, contractId: string, today: Day): Promise<readonly Day[]> {
  const history = await findHistory(tx, contractId)
  const [, ...changes] = (history && contractOf(history))?.versions ?? []
  return changes.map(({ from }) => from).filter((from) => Temporal.PlainDate.compare(from, today) > 0)
}

/** The last change of each profile that was not withdrawn: one that came after it says what those before said. */
function latestOf(all: readonly StoredPriceChange[]): readonly StoredPriceChange[] {
  const changes = all.filter(({ withdrawnAt }) => withdrawnAt === null)
  return changes.filter(({ profile }, index) => changes.findIndex((other) => other.profile === profile) === index)
}
