import { findTenant, isProtected } from '@klinke/accounts'
import type { Clock, Logger, Resource, Timer } from '@klinke/foundation'
import type { Database, MailSender, Tx } from '@klinke/platform'
import { MailAttempts, sendToEach } from '../../catalogue/price-changes/mail-attempts.ts'
import { dropRefused, resendRefused } from '../../catalogue/price-changes/refused-mails.ts'
import { isToldTooEarly } from '../../catalogue/price-changes/rules.ts'
import { administrators } from '../../catalogue/price-changes/store.ts'
import { operatorsToday } from '../../catalogue/route-parts.ts'
import { type TariffNews, tariffMail, tariffWithdrawalMail } from './mail.ts'
import { markNobody, markTold, openNotices, otherAnnounced, type TariffNotice, takeNotice } from './store.ts'

export interface TariffTellerParts {
  readonly database: Pick<Database, 'withOperator'>
  readonly mail: MailSender
  readonly clock: Clock
  readonly logger: Logger
}

const EVERY_MS = 600_000
/** Read at a time. */
const BATCH = 100

/**
 * Tells customers that were given a tariff by hand of a version that is to come (BIL-07), or that it does not come, one after the other: consumers and small
 * enterprises no sooner than two months before, and of their right to end the contract (§ 57 TKG). A mail that nobody takes is tried again later and later
 * (`MailAttempts`) and keeps nobody else's back; who still waits is counted at the version. A crash between mail and note tells twice.
 */
export class TariffTeller implements Resource {
  readonly #parts: TariffTellerParts
  readonly #attempts: MailAttempts
  #timer: Timer
  #working: Promise<void> = Promise.resolve()
  #closed = false

  constructor(parts: TariffTellerParts) {
    this.#parts = parts
    this.#attempts = new MailAttempts(parts, 'tariff_notice')
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
    const { database, clock, logger } = this.#parts
    try {
      for (let after: string | undefined; !this.#closed; ) {
        const from = after
        const ids = await database.withOperator((tx) => openNotices(tx, BATCH, from))
        for (const id of ids) if (!this.#closed) await this.#attempts.attempt(id, () => database.withOperator((tx) => this.#tell(tx, id)))
        after = ids.at(-1)
        if (ids.length < BATCH) break
      }
      await resendRefused(this.#parts, () => this.#closed)
    } catch (error) {
      logger.warn('customers could not be told of a tariff; it is tried again', { error: String(error) })
    }
    this.#timer = clock.after(EVERY_MS, () => this.wake())
  }

  async #tell(tx: Tx, id: string): Promise<void> {
    const { mail, clock, logger } = this.#parts
    const notice = await takeNotice(tx, id)
    if (notice === undefined) return
    const { tariffName, validFrom } = notice
    const today = operatorsToday(clock)
    const customerKind = (await findTenant(tx, notice.tenantId))?.profile.customerKind
    if (!notice.isWithdrawn && isToldTooEarly(today, Temporal.PlainDate.from(validFrom), customerKind)) return
    const people = await administrators(tx, notice.tenantId)
    if (!notice.isWithdrawn && validFrom <= today.toString())
      logger.warn('a customer was not told of a tariff before it held', {
        notice: id,
        tariffName,
        validFrom,
        hasNobody: people.length === 0,
      })
    if (people.length === 0 && !notice.isWithdrawn) return markNobody(tx, notice)
    await markTold(tx, notice, new Date(clock.epochMs()))
    const still = notice.isWithdrawn ? await otherAnnounced(tx, notice, today) : []
    if (notice.isWithdrawn) await dropRefused(tx, notice.id)
    const mails = people.map(({ email, language }) => mailOf({ ...notice, mayEnd: isProtected(customerKind) }, still, email, language))
    await sendToEach(tx, notice, mails, { mail, clock })
  }
}

function mailOf(
  { tariffName, validFrom, changes, isWithdrawn, mayEnd }: TariffNotice & Pick<TariffNews, 'mayEnd'>,
  still: readonly string[],
  ...to: [email: string, language: 'de' | 'en']
) {
  const news = { tariffName, validFrom: Temporal.PlainDate.from(validFrom), changes, mayEnd }
  return isWithdrawn
    ? tariffWithdrawalMail({ ...news, still: still.map((day) => Temporal.PlainDate.from(day)) }, ...to)
    : tariffMail(news, ...to)
}
