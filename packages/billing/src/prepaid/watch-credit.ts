import { findTenant } from '@klinke/accounts'
import type { Clock } from '@klinke/foundation'
import type { Database, Language, Tx } from '@klinke/platform'
import { payersMail } from '../payments/collections/payers-mail.ts'
import type { CreditLocks } from './credit-locks.ts'
import { type CreditMail, lockReason, lowMail, owingMail } from './credit-mails.ts'
import { type CreditMailKind, queueCreditMail } from './mail-queue.ts'
import { type CreditStep, type CreditTerms, creditTermsOf, missingOf, type Standing, stepsOf, type Watched } from './standing.ts'
import { findAccount, type PrepaidAccount } from './store.ts'
import { noteWatched, standingOf, watchedOf } from './watch-store.ts'

export interface CreditWatch {
  readonly database: Pick<Database, 'withOperator'>
  readonly clock: Pick<Clock, 'epochMs'>
  readonly portalUrl: string
  /** Absent: calls of who owes are not locked. */
  readonly locks?: CreditLocks | undefined
}

interface Seen {
  readonly account: PrepaidAccount
  readonly standing: Standing
  readonly watched: Watched
  readonly terms: CreditTerms
  readonly steps: readonly CreditStep[]
}

/**
 * Looks how a customer who pays before calling stands (BIL-09, FRD-03): tells it once when its balance gets low, reminds it once when more is owed than the balance
 * covers, has calls out locked when that stays unpaid for as long as the product says, and unlocked once it is paid, or less is left than the product locks for. Harmless when repeated.
 */
export async function watchCredit(parts: CreditWatch, tenantId: string): Promise<void> {
  const { database, clock, locks } = parts
  const now = new Date(clock.epochMs())
  const seen = await database.withOperator(async (tx) => {
    const found = await look(tx, tenantId, now)
    if (found !== undefined) await tell(tx, found, { now, portalUrl: parts.portalUrl })
    return found
  })
  for (const step of seen?.steps ?? []) {
    if (step.step !== 'lock' && step.step !== 'unlock' && step.step !== 'settled') continue
    // Locks are made in a transaction of their own: what a crash leaves undone is done by the next look, and never twice.
    if (step.step !== 'lock') await locks?.lift(tenantId)
    else await locks?.announce(tenantId, { reason: lockReason(missingOf(seen?.standing ?? NONE), 'EUR'), from: step.from })
    await database.withOperator((tx) => noteLock(tx, tenantId, step, now))
  }
}

const NONE = { balance: 0n, owed: [] }

async function look(tx: Tx, tenantId: string, now: Date): Promise<Seen | undefined> {
  const account = await findAccount(tx, tenantId, 'for update')
  const tenant = account && (await findTenant(tx, tenantId))
  if (account === undefined || tenant === undefined) return undefined
  const [standing, watched] = [await standingOf(tx, account), await watchedOf(tx, tenantId)]
  const terms = creditTermsOf(tenant.profile, account.warnBelow)
  const steps = stepsOf(standing, watched, terms, now.getTime())
  // After its end nothing is to be topped up any more.
  return { account, standing, watched, terms, steps: account.endedOn === null ? steps : steps.filter(({ step }) => step !== 'low') }
}

/** What is told is noted in the transaction that queues the mails. */
async function tell(
  tx: Tx,
  { account: { tenantId, currency }, standing, watched, terms, steps }: Seen,
  { now, portalUrl }: { readonly now: Date; readonly portalUrl: string },
): Promise<void> {
  let noted = watched
  for (const step of steps) {
    if (step.step === 'low') {
      noted = { ...noted, lowSince: now }
      const facts = { balance: standing.balance, warnBelow: terms.warnBelow, currency }
      if (step.mail) await mailAll(tx, { tenantId, kind: 'low', at: now }, (language) => lowMail(facts, language, portalUrl))
    }
    if (step.step === 'not-low') noted = { ...noted, lowSince: null }
    if (step.step === 'owing') {
      noted = { ...noted, owingSince: now }
      const facts = { missing: missingOf(standing), lockOn: step.lockOn, currency }
      await mailAll(tx, { tenantId, kind: 'owing', at: now }, (language) => owingMail(facts, language, portalUrl))
    }
  }
  if (noted !== watched) await noteWatched(tx, tenantId, noted)
}

async function mailAll(
  tx: Tx,
  queued: { readonly tenantId: string; readonly kind: CreditMailKind; readonly at: Date },
  mailIn: (language: Language) => CreditMail,
): Promise<void> {
  for (const { email, language } of await payersMail(tx, queued.tenantId))
    await queueCreditMail(tx, { ...queued, ...mailIn(language), recipient: email })
}

async function noteLock(tx: Tx, tenantId: string, { step }: CreditStep, now: Date): Promise<void> {
  const watched = await watchedOf(tx, tenantId)
  const owingSince = step === 'settled' ? null : watched.owingSince
  await noteWatched(tx, tenantId, { ...watched, owingSince, lockAnnouncedAt: step === 'lock' ? now : null })
}
