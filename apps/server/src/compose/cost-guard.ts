import { RunningPrices } from '@klinke/billing'
import { isScheduleOpen, type PaidCall, type PbxDirectory, paidCallsSince } from '@klinke/pbx'
import type { MediaSource } from '@klinke/rtp'
import { CostGuard, GuardNotices, type GuardRouteParts, guardRounds, type PriceOf, profilePrices, StoredGuard } from '@klinke/trunks'
import type { Ground } from './klinke.ts'
import { mailOf, portalUrl } from './mail.ts'

/** The guard against costs, with what it knows of the PBX: schedules and words. */
export interface RunningGuard extends GuardRouteParts {
  readonly guard: CostGuard
  /** What running calls cost by the customers' tariffs. */
  readonly prices: RunningPrices
}

/** A day is 25 hours at most, and begins 14 hours before or 12 after that of Greenwich. */
const A_DAY_ANYWHERE_MS = 49 * 3_600_000

/** Opens the rules of all tenants, and counts the calls of today that were over before the start. */
export async function openCostGuard(
  { database, clock, logger, scope, mail, portal }: Pick<Ground, 'database' | 'clock' | 'logger' | 'scope'> & Mails,
  directory: PbxDirectory,
  limitAnnouncement: (tenantId: string) => MediaSource | undefined,
): Promise<RunningGuard> {
  const notices = new GuardNotices({ database, mail, portal, logger })
  // Until all rules are there nobody calls.
  let changed = (_tenantId: string): void => undefined
  const rules = await StoredGuard.open({ database, clock, logger, replaced: (tenantId) => changed(tenantId) })
  const prices = await RunningPrices.open({ database, clock, logger })
  const guard = new CostGuard({
    rulesOf: (tenantId) => rules.rulesOf(tenantId),
    isOpen: (tenantId, scheduleId, atMs) => {
      const schedule = directory.tenant(tenantId)?.schedules.get(scheduleId)
      return schedule && isScheduleOpen(schedule, atMs)
    },
    priceOf: tariffPrices(prices),
    notify: (tenantId, notice) => notices.notify(tenantId, notice),
    ...{ limitAnnouncement, clock },
  })
  changed = (tenantId) => guard.changed(tenantId)
  scope.own({
    close: async () => {
      guard.close()
      await rules[Symbol.asyncDispose]()
      await prices[Symbol.asyncDispose]()
      await notices.close()
    },
  })
  scope.own(guardRounds({ database, notices, clock, logger }))
  const calls = await database.withOperator((tx) => paidCallsSince(tx, new Date(clock.epochMs() - A_DAY_ANYWHERE_MS)))
  countAll(guard, directory, calls)
  return { guard, notices, directory, clock, prices }
}

/** By the customer's tariff; customers without one by the list of their profile. */
function tariffPrices(prices: RunningPrices): PriceOf {
  const byProfile = profilePrices()
  return (number, tenant) => prices.microsPerSecond(number, tenant.id) ?? byProfile(number, tenant)
}

interface Mails {
  readonly mail: ReturnType<typeof mailOf>
  readonly portal: string
}

/** Where mails of the guard go by. */
export function guardMails(configuration: Ground['configuration']): Mails {
  return { mail: mailOf(configuration), portal: portalUrl(configuration) }
}

function countAll(guard: CostGuard, directory: PbxDirectory, calls: readonly PaidCall[]): void {
  for (const [tenantId, own] of Map.groupBy(calls, (call) => call.tenantId)) {
    const tenant = directory.tenant(tenantId)
    if (tenant !== undefined) guard.count(tenant, own)
  }
}
