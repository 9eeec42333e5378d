import type { Clock, Logger, Resource } from '@klinke/foundation'
import type { Database, Language, MailSender, SignInTables, Tx } from '@klinke/platform'
import { DEFAULT_TIME_ZONE } from '../snapshot.ts'
import { findTenant } from '../tenants/store.ts'
import { maintenanceMail } from './maintenance-mail.ts'
import { findWindow, nextNotice, noticeSent, type WaitingNotice } from './maintenance-store.ts'

export interface TellParts {
  readonly database: Pick<Database, 'withOperator'>
  readonly mail: MailSender
  /** Where the portal is, without a slash behind it. */
  readonly portal: string
  readonly clock: Clock
  readonly logger: Logger
}

const EVERY_MS = 60_000
/** Customers who are told in one round; the others a minute later. */
const MAX_PER_ROUND = 500
/** After so many failures in a row the mail server is taken to be away. */
const MAX_FAILURES = 3

/** Tells customers by mail of maintenance that was announced, changed or cancelled, every minute until it is closed. */
export function tellMaintenance(parts: TellParts): Resource {
  const { clock, logger } = parts
  let closed = false
  let running = Promise.resolve()
  const round = async (): Promise<void> => {
    try {
      await tellRound(parts, () => closed)
    } catch (error) {
      logger.warn('customers could not be told of maintenance', { error: String(error) })
    }
    if (!closed) timer = clock.after(EVERY_MS, begin)
  }
  const begin = (): void => {
    running = round()
  }
  let timer = clock.after(0, begin)
  return {
    close: () => {
      closed = true
      timer.cancel()
      return running
    },
  }
}

/** One round. What the mail server does not take is tried again in the next one; an address that it refuses leaves the other customers alone. */
export async function tellRound(parts: TellParts, isOver: () => boolean = () => false): Promise<void> {
  const failed: string[] = []
  for (let told = 0; told < MAX_PER_ROUND && failed.length < MAX_FAILURES && !isOver(); told++) {
    const outcome = await tellOne(parts, failed)
    if (outcome === 'nobody') return
    if (outcome !== 'told') failed.push(outcome.failed)
  }
}

async function tellOne(
  { database, mail, portal, clock, logger }: TellParts,
  skipped: readonly string[],
): Promise<'nobody' | 'told' | { readonly failed: string }> {
  return database.withOperator(async (tx) => {
    const notice = await nextNotice(tx, skipped)
    if (notice === undefined) return 'nobody'
    try {
      await send(tx, notice, mail, portal)
    } catch (error) {
      logger.warn('a customer could not be told of maintenance', { tenant: notice.tenantId, error: String(error) })
      return { failed: notice.id }
    }
    await noticeSent(tx, notice.id, new Date(clock.epochMs()))
    return 'told'
  })
}

async function send(tx: Tx, { windowId, tenantId, kind }: WaitingNotice, mail: MailSender, portal: string): Promise<void> {
  const window = await findWindow(tx, windowId)
  const timeZone = (await findTenant(tx, tenantId))?.profile.timeZone ?? DEFAULT_TIME_ZONE
  for (const { email, language } of await administrators(tx, tenantId))
    await mail.send(maintenanceMail(window, kind, { to: email, language, timeZone, portal }))
}

function administrators(tx: Tx, tenantId: string): Promise<readonly { readonly email: string; readonly language: Language }[]> {
  const query = tx.tables<Pick<SignInTables, 'login'>>().selectFrom('login').select(['email', 'language']).where('tenant_id', '=', tenantId)
  return query.where('kind', '=', 'tenant').where('disabled_at', 'is', null).orderBy('email').execute()
}
