import {
  type CustomerFacts,
  compensableTickets,
  compensationDue,
  customerAvailability,
  findTenant,
  type ServiceYear,
  serviceYear,
  spanOf,
  type Tenant,
} from '@klinke/accounts'
import type { Clock } from '@klinke/foundation'
import type { Tx } from '@klinke/platform'
import type { Micros } from '@klinke/rating'
import type { ColumnType, Generated } from 'kysely'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { CountedUse } from '../contracts/charge-source.ts'
import { zoneOf } from '../contracts/route-parts.ts'
import { contractBegan } from '../contracts/store.ts'
import type { ChargeLine } from '../invoices/line.ts'
import type { ChargeSource } from '../invoices/sources.ts'
import { creditOfYear, SERVICE_CREDITS, ticketLine, ticketReference, yearLine } from './credit-lines.ts'
import { monthlyFee } from './monthly-fee.ts'

export interface CreditParts {
  readonly catalogue: Catalogue
  readonly use: CountedUse
  readonly clock: Pick<Clock, 'epochMs'>
  /** When a customer's own PBX could not be reached; absent: nobody knows. */
  readonly trunkOutages?: CustomerFacts['trunkOutages'] | undefined
}

interface CreditTables {
  readonly service_credit: {
    readonly tenant_id: string
    readonly reference: string
    readonly invoice_id: string
    /** Null: from before it was noted, all that was due. */
    readonly amount_micros: ColumnType<number | null, bigint, never>
    readonly at: Generated<Date>
  }
}

/** Years that were never credited are looked at so far back: a run may have been left out. */
const YEARS_BACK = 3
const CURRENCY = 'EUR'

/**
 * What customers are credited because the service was not what was promised: for a year below its availability a share of the monthly fee (SLA-01), for faults what
 * § 58 TKG gives. Each stands on the first invoice after its year, or after its ticket was closed, and on none after that: it is noted in the transaction that issues.
 */
export function serviceCredits(parts: CreditParts): ChargeSource {
  return {
    name: SERVICE_CREDITS,
    of: async (tx, tenantId, period) => {
      const tenant = await findTenant(tx, tenantId)
      if (tenant === undefined) return []
      const known = await credited(tx, tenantId)
      const years = (await yearLines(tx, parts, tenant, period.until)).filter(({ basis }) => !known.has(basis.reference))
      const lines = [...years, ...(await ticketLines(tx, parts, tenant, { lastDay: period.until, known }))]
      return lines.filter(({ netMicros }) => netMicros !== 0n)
    },
    billed: async (tx, lines) => {
      for (const { tenantId, invoiceId, basis, netMicros } of lines) {
        const row = { tenant_id: tenantId, reference: basis.reference, invoice_id: invoiceId, amount_micros: -netMicros }
        await tx.tables<CreditTables>().insertInto('service_credit').values(row).execute()
      }
    },
    released: async (tx, lines) => {
      const invoices = lines.map(({ invoiceId }) => invoiceId)
      await tx.tables<CreditTables>().deleteFrom('service_credit').where('invoice_id', 'in', invoices).execute()
    },
  }
}

/** What was credited for each year and ticket; undefined: all of it, whatever that was. */
type Credited = ReadonlyMap<string, Micros | undefined>

async function credited(tx: Tx, tenantId: string): Promise<Credited> {
  const query = tx
    .tables<CreditTables>()
    .selectFrom('service_credit')
    .select(['reference', 'amount_micros'])
    .where('tenant_id', '=', tenantId)
  const known = new Map<string, Micros | undefined>()
  for (const { reference, amount_micros: micros } of await query.execute()) {
    const before = known.has(reference) ? known.get(reference) : 0n
    known.set(reference, micros === null || before === undefined ? undefined : before + BigInt(micros))
  }
  return known
}

function factsOf({ trunkOutages }: CreditParts, day: Temporal.PlainDate): CustomerFacts {
  return {
    contractBegan: (tx, tenantId) => contractBegan(tx, tenantId, day),
    ...(trunkOutages && { trunkOutages }),
  }
}

/** Years of the customer that are over by the last day of a month, and were below what was promised. */
async function yearLines(tx: Tx, parts: CreditParts, tenant: Tenant, lastDay: string): Promise<readonly ChargeLine[]> {
  const credits = tenant.profile.serviceLevel?.credits ?? []
  if (credits.length === 0) return []
  const lines: ChargeLine[] = []
  for (const year of await endedYears(tx, parts, tenant, Temporal.PlainDate.from(lastDay))) {
    const { sides } = await customerAvailability(tx, tenant, factsOf(parts, year.until), year, parts.clock.epochMs())
    const credit = creditOfYear(sides, credits)
    if (credit === undefined) continue
    const fee = await monthlyFee(tx, parts.catalogue, parts.use, tenant, year.until.toPlainYearMonth())
    lines.push(yearLine(year, credit, fee, CURRENCY))
  }
  return lines
}

async function endedYears(tx: Tx, parts: CreditParts, tenant: Tenant, lastDay: Temporal.PlainDate): Promise<readonly ServiceYear[]> {
  const facts = factsOf(parts, lastDay)
  const years: ServiceYear[] = []
  // The year in which the day after lies has not ended; those before have.
  let year = await yearOn(tx, tenant, facts, lastDay.add({ days: 1 }))
  for (let back = 0; back < YEARS_BACK; back++) {
    const before = year.from.subtract({ days: 1 })
    year = await yearOn(tx, tenant, facts, before)
    // Before the contract began there is no year: then the first one is given, which has not ended.
    if (Temporal.PlainDate.compare(year.until, before) !== 0 || Temporal.PlainDate.compare(year.from, before) > 0) break
    years.unshift(year)
  }
  return years
}

function yearOn(tx: Tx, tenant: Tenant, facts: CustomerFacts, day: Temporal.PlainDate): Promise<ServiceYear> {
  return serviceYear(tx, tenant, facts, spanOf({ from: day, until: day }, zoneOf(tenant)).fromMs)
}

/** Tickets that are closed, for what was mended by the last day of a month: of one that was credited, and reopened, what is due beyond that. */
async function ticketLines(
  tx: Tx,
  parts: CreditParts,
  tenant: Tenant,
  { lastDay, known }: { readonly lastDay: string; readonly known: Credited },
): Promise<readonly ChargeLine[]> {
  const lines: ChargeLine[] = []
  for (const { ticketId, number, resolvedAt, lines: due } of await compensableTickets(tx, tenant.id, parts.clock.epochMs())) {
    const resolvedOn = Temporal.Instant.fromEpochMilliseconds(resolvedAt.getTime()).toZonedDateTimeISO(zoneOf(tenant)).toPlainDate()
    const reference = ticketReference(ticketId)
    const before = known.has(reference) ? known.get(reference) : 0n
    if (resolvedOn.toString() > lastDay || before === undefined) continue
    const fee = await monthlyFee(tx, parts.catalogue, parts.use, tenant, resolvedOn.toPlainYearMonth())
    const missing = compensationDue(due, fee) - before
    if (missing > 0n) lines.push(ticketLine({ ticketId, number, resolvedOn }, missing, CURRENCY))
  }
  return lines
}
