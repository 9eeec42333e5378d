import type { Tx } from '@klinke/platform'
import { DEFAULT_TIME_ZONE } from '../snapshot.ts'
import type { Tenant } from '../tenants/store.ts'
import { type Availability, availabilityOf } from './availability.ts'
import { COMPONENTS_OF, type Side } from './component.ts'
import { announcedOf, windowsIn } from './maintenance-store.ts'
import { spanOfOutage } from './measure-store.ts'
import { outagesIn } from './outage-store.ts'
import type { Span } from './span.ts'
import { dayAt } from './times.ts'
import { type ServiceYear, spanOf, yearAt } from './year.ts'

/** What other rooms know of a customer. */
export interface CustomerFacts {
  /** First day of the customer's oldest contract that runs; undefined: there is none, so the customer counts from the day on which it was made. */
  readonly contractBegan?: (tx: Tx, tenantId: string) => Promise<Temporal.PlainDate | undefined>
  /** When the customer's own trunks could not be reached, as far as that touches a time. */
  readonly trunkOutages?: (tx: Tx, tenantId: string, span: Span) => Promise<readonly Span[]>
}

/** One side of what a customer was promised, with what it was. */
export interface SideAvailability extends Availability {
  readonly side: Side
  readonly target: number
}

export interface CustomerAvailability {
  readonly tenantId: string
  readonly year: ServiceYear
  readonly sides: readonly SideAvailability[]
}

/** The year of a customer in which a moment lies. Runs as the operator. */
export async function serviceYear(tx: Tx, tenant: Tenant, facts: CustomerFacts, atMs: number): Promise<ServiceYear> {
  const timeZone = tenant.profile.timeZone ?? DEFAULT_TIME_ZONE
  const began = (await facts.contractBegan?.(tx, tenant.id)) ?? dayAt(tenant.createdAt.getTime(), timeZone)
  return yearAt(atMs, tenant.profile.serviceLevel ?? {}, began, timeZone)
}

/** Outages of components that touch a time. */
export type OutagesIn = typeof outagesIn

/** What a customer's availability was in a year, or in any other time of whole days, until now (SLA-01). Runs as the operator. */
export async function customerAvailability(
  tx: Tx,
  tenant: Tenant,
  facts: CustomerFacts,
  year: ServiceYear,
  nowMs: number,
  readOutages: OutagesIn = outagesIn,
): Promise<CustomerAvailability> {
  const { profile } = tenant
  const level = profile.serviceLevel ?? {}
  const timeZone = profile.timeZone ?? DEFAULT_TIME_ZONE
  const span = spanOf(year, timeZone)
  const windows = await windowsIn(tx, span, tenant.id)
  const own = level.trunkOutages === true ? ((await facts.trunkOutages?.(tx, tenant.id, span)) ?? []) : []
  const sides: SideAvailability[] = []
  for (const { side, percent } of level.availability ?? []) {
    const components = COMPONENTS_OF[side]
    const outages = (await readOutages(tx, components, span)).map((outage) => spanOfOutage(outage, nowMs))
    const ofSide = windows.filter((window) => window.components.some((component) => components.includes(component)))
    const measured = {
      year: span,
      timeZone,
      windows: ofSide.map(announcedOf),
      outages: side === 'upstream' ? outages : [...outages, ...own],
    }
    sides.push({ side, target: percent, ...availabilityOf(measured, level) })
  }
  return { tenantId: tenant.id, year, sides }
}
