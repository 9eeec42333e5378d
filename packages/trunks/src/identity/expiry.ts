import type { Clock, Logger, Resource } from '@klinke/foundation'
import type { Database, Language, Mail, MailSender, SignInTables, Tx } from '@klinke/platform'
import { WARN_DAYS } from './rights-rules.ts'
import { type StoredRight, takeUnwarned } from './rights-store.ts'

export interface ExpiryParts {
  readonly database: Pick<Database, 'withOperator'>
  readonly mail: MailSender
  /** Where the portal is, without a slash behind it. */
  readonly portal: string
  readonly clock: Clock
  readonly logger: Logger
}

const EVERY_MS = 3_600_000
const DAY_MS = 86_400_000
/** In one round; the others an hour later. */
const MAX_PER_ROUND = 500

/** Tells customers by mail that a right to show a number runs out (CLI-03): thirty days before, once. Looks every hour until it is closed. */
export function warnOfExpiry(parts: ExpiryParts): Resource {
  const { clock, logger } = parts
  let closed = false
  const look = async (): Promise<void> => {
    try {
      for (let told = 0; told < MAX_PER_ROUND && !closed; told++) if (!(await warnOne(parts))) break
    } catch (error) {
      logger.warn('customers could not be told that rights run out', { error: String(error) })
    }
    if (!closed) timer = clock.after(EVERY_MS, () => void look())
  }
  let timer = clock.after(0, () => void look())
  return {
    close: () => {
      closed = true
      timer.cancel()
    },
  }
}

/** False: nobody is to be told. A mail that could not be sent is tried again in the next round. */
async function warnOne({ database, mail, portal, clock }: ExpiryParts): Promise<boolean> {
  const now = clock.epochMs()
  return database.withOperator(async (tx) => {
    const [right] = await takeUnwarned(tx, new Date(now), new Date(now + WARN_DAYS * DAY_MS), 1)
    if (right === undefined) return false
    for (const { email, language } of await administrators(tx, right.tenantId)) await mail.send(expiryMail(right, email, language, portal))
    return true
  })
}

function administrators(tx: Tx, tenantId: string): Promise<readonly { readonly email: string; readonly language: Language }[]> {
  const query = tx.tables<Pick<SignInTables, 'login'>>().selectFrom('login').select(['email', 'language']).where('tenant_id', '=', tenantId)
  return query.where('kind', '=', 'tenant').where('disabled_at', 'is', null).execute()
}

export function expiryMail(
  { id, number, validUntil }: Pick<StoredRight, 'id' | 'number' | 'validUntil'>,
  to: string,
  language: Language,
  portal: string,
): Mail {
  const day = (validUntil ?? new Date(0)).toISOString().slice(0, 10)
  const link = `${portal}/caller-numbers/${id}`
  return language === 'de'
    ? {
        ...{ to, subject: `Nachweis für ${number} läuft ab` },
        text: `Das Recht, bei Anrufen ${number} anzuzeigen, endet am ${day.split('-').toReversed().join('.')}. Danach erscheint eine Ihrer eigenen Nummern. Laden Sie rechtzeitig einen neuen Nachweis hoch:\n\n${link}\n`,
      }
    : {
        ...{ to, subject: `The proof of ${number} runs out` },
        text: `The right to show ${number} in calls ends on ${day}. After that one of your own numbers appears. Upload new evidence in time:\n\n${link}\n`,
      }
}
