import type { Clock, Logger, Resource } from '@klinke/foundation'
import type { Database, Language, MailSender, SignInTables, Tx } from '@klinke/platform'
import { DEFAULT_TIME_ZONE } from '../snapshot.ts'
import { findTenant } from '../tenants/store.ts'
import { maintenanceMail } from './maintenance-mail.ts'
import {
  findWindow,
  leaseNotice,
  noticeFailed,
  noticeSent,
  type StoredWindow,
  takeBackSent,
  type WaitingNotice,
} from './maintenance-store.ts'

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
/** After so many in a row of whom nobody could be told, the mail server is taken to be away. */
const MAX_FAILURES = 3
/** Who could not be told is tried again after a minute, then after twice as long each time, up to an hour, until the window is over. */
const FIRST_RETRY_MS = 60_000
const LAST_RETRY_MS = 3_600_000
/** Longer than a mail server may take for one customer's people; what a crash leaves taken is due again after that, and may come twice, with the same Message-ID. */
const LEASE_MS = 600_000

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

/** One round. What the mail server does not take is tried again later; an address that it refuses leaves everybody else alone. */
export async function tellRound(parts: TellParts, isOver: () => boolean = () => false): Promise<void> {
  let failures = 0
  for (let told = 0; told < MAX_PER_ROUND && failures < MAX_FAILURES && !isOver(); told++) {
    const outcome = await tellOne(parts)
    if (outcome === 'nobody') return
    failures = outcome === 'failed' ? failures + 1 : 0
  }
}

/** Taken for a while and sent outside of any transaction: a slow mail server holds no connection. Who has the mail does not get it again because of another one. */
async function tellOne(parts: TellParts): Promise<'nobody' | 'told' | 'failed'> {
  const { database, clock, logger } = parts
  const leasedAt = clock.epochMs()
  const taken = await database.withOperator((tx) => takeNotice(tx, leasedAt))
  if (taken === undefined) return 'nobody'
  const { notice, window } = taken
  const { told, failure } = await send(parts, taken)
  const at = new Date(clock.epochMs())
  if (failure === undefined) {
    await database.withOperator((tx) => noticeSent(tx, notice, at))
    return 'told'
  }
  logger.warn('a customer could not be told of maintenance', { tenant: notice.tenantId, error: failure })
  const next = new Date(at.getTime() + Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** notice.tries))
  await database.withOperator(async (tx) => {
    const isThere = await noticeFailed(tx, notice.id, [...notice.told, ...told], next < window.until ? next : undefined, at)
    if (!isThere && told.length > 0) await takeBackSent(tx, notice, at)
  })
  return told.length > 0 ? 'told' : 'failed'
}

interface Administrator {
  readonly id: string
  readonly email: string
  readonly language: Language
}

interface Taken {
  readonly notice: WaitingNotice
  readonly window: StoredWindow
  readonly timeZone: string
  readonly people: readonly Administrator[]
}

async function takeNotice(tx: Tx, nowMs: number): Promise<Taken | undefined> {
  const notice = await leaseNotice(tx, new Date(nowMs), new Date(nowMs + LEASE_MS))
  if (notice === undefined) return undefined
  const window = await findWindow(tx, notice.windowId)
  const timeZone = (await findTenant(tx, notice.tenantId))?.profile.timeZone ?? DEFAULT_TIME_ZONE
  return { notice, window, timeZone, people: await administrators(tx, notice.tenantId) }
}

interface Sent {
  readonly told: readonly string[]
  /** Why somebody could not be told, the last one; undefined: all have been. */
  readonly failure: string | undefined
}

async function send({ mail, portal }: Pick<TellParts, 'mail' | 'portal'>, { notice, window, timeZone, people }: Taken): Promise<Sent> {
  const told: string[] = []
  let failure: string | undefined
  for (const { id, email, language } of people) {
    if (notice.told.includes(email)) continue
    try {
      await mail.send({ ...maintenanceMail(window, notice.kind, { to: email, language, timeZone, portal }), id: `${notice.id}.${id}` })
      told.push(email)
    } catch (error) {
      failure = String(error)
    }
  }
  return { told, failure }
}

function administrators(tx: Tx, tenantId: string): Promise<readonly Administrator[]> {
  const query = tx
    .tables<Pick<SignInTables, 'login'>>()
    .selectFrom('login')
    .select(['id', 'email', 'language'])
    .where('tenant_id', '=', tenantId)
  return query.where('kind', '=', 'tenant').where('disabled_at', 'is', null).orderBy('email').execute()
}
