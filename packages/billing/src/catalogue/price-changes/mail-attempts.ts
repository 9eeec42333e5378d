import type { Clock, Logger } from '@klinke/foundation'
import type { Database, Mail, MailSender, Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { keepRefused, type NoticeOf, pauseMs, type RefusedMail, sent } from './refused-mails.ts'

/** Of refused mails without one that was taken: then it is the mail server, and nobody else is tried in this round. */
const MOST_IN_A_ROW = 5

/** Tables whose rows are customers to be told, with `refused` and `not_before`. */
export type NoticeTable = 'tariff_notice' | 'price_change_notice'

export interface AttemptParts {
  readonly database: Pick<Database, 'withOperator'>
  readonly clock: Clock
  readonly logger: Logger
}

/**
 * Tries customers' mails one by one: one that fails keeps nobody else's back, and is tried again later and later, also after a restart: how often it was refused,
 * and when it is tried again, stands in its notice.
 */
export class MailAttempts {
  readonly #parts: AttemptParts
  readonly #table: NoticeTable
  #inARow = 0

  constructor(parts: AttemptParts, table: NoticeTable) {
    this.#parts = parts
    this.#table = table
  }

  /** Begins a round. */
  begin(): void {
    this.#inARow = 0
  }

  /** `tell` throws where the customer could not be told. Does nothing before it is due again, or once the mail server seems to be away. */
  async attempt(id: string, tell: () => Promise<void>): Promise<void> {
    const { database, clock, logger } = this.#parts
    if (this.#inARow >= MOST_IN_A_ROW) return
    const { refused, not_before: notBefore } = await database.withOperator((tx) => this.#refusals(tx, id))
    if (notBefore !== null && clock.epochMs() < notBefore.getTime()) return
    try {
      await tell()
      if (refused > 0) await database.withOperator((tx) => this.#note(tx, id, 0, null))
      this.#inARow = 0
    } catch (error) {
      const times = refused + 1
      await database.withOperator((tx) => this.#note(tx, id, times, new Date(clock.epochMs() + pauseMs(times))))
      this.#inARow += 1
      logger.warn('a customer could not be told of prices; it is tried again', { notice: id, times, error: String(error) })
    }
  }

  async #refusals(tx: Tx, id: string): Promise<{ readonly refused: number; readonly not_before: Date | null }> {
    const { rows } = await sql<{ refused: number; not_before: Date | null }>`
      SELECT refused, not_before FROM ${sql.table(this.#table)} WHERE id = ${id}`.execute(tx.tables())
    return rows[0] ?? { refused: 0, not_before: null }
  }

  async #note(tx: Tx, id: string, refused: number, notBefore: Date | null): Promise<void> {
    await sql`UPDATE ${sql.table(this.#table)} SET refused = ${refused}, not_before = ${notBefore} WHERE id = ${id}`.execute(tx.tables())
  }
}

/**
 * Sends each mail by itself. Gives the addresses that took theirs: the customer is told if there is one, and nobody gets it twice because of another address, whose
 * mail is kept (`price_mail`) and tried again by itself. Throws what went wrong if all were refused.
 */
export async function sendToEach(
  tx: Tx,
  notice: NoticeOf,
  mails: readonly Mail[],
  { mail: sender, clock }: { readonly mail: MailSender; readonly clock: Clock },
): Promise<readonly string[]> {
  const taken: string[] = []
  const refused: RefusedMail[] = []
  for (const mail of mails) {
    const error = await sent(sender, mail)
    if (error === undefined) taken.push(mail.to)
    else refused.push({ mail, error })
  }
  const [first] = refused
  if (first !== undefined && taken.length === 0) throw new Error(first.error)
  await keepRefused(tx, notice, refused, clock.epochMs())
  return taken
}
