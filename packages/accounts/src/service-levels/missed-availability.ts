import type { Tx } from '@klinke/platform'
import { listTenants } from '../tenants/store.ts'
import {
  type CustomerAvailability,
  type CustomerFacts,
  customerAvailability,
  type OutagesIn,
  serviceYear,
} from './customer-availability.ts'
import { outagesIn } from './outage-store.ts'

export interface MissedPart {
  /** Customers that are looked through. */
  readonly customers: number
  /** Id of the one before; undefined: from the first. */
  readonly after: string | undefined
  readonly nowMs: number
}

export interface Missed {
  readonly below: readonly (CustomerAvailability & { readonly name: string })[]
  /** Where to go on; undefined: these were the last. */
  readonly last: string | undefined
}

/** Of some customers, in the order in which they were made, those below what they were promised in the year that runs (SLA-01). Runs as the operator. */
export async function missedAvailability(tx: Tx, facts: CustomerFacts, { customers, after, nowMs }: MissedPart): Promise<Missed> {
  const sorting = { key: 'createdAt', descending: false, after: after === undefined ? undefined : { value: after, id: after } } as const
  const tenants = await listTenants(tx, { limit: customers, sorting })
  const outages = rememberedOutages()
  const below: (CustomerAvailability & { readonly name: string })[] = []
  for (const tenant of tenants) {
    if ((tenant.profile.serviceLevel?.availability ?? []).length === 0) continue
    const found = await customerAvailability(tx, tenant, facts, await serviceYear(tx, tenant, facts, nowMs), nowMs, outages)
    if (found.sides.some(({ percent, target }) => percent < target)) below.push({ ...found, name: tenant.name })
  }
  return { below, last: tenants.length < customers ? undefined : tenants.at(-1)?.id }
}

/** Reads the outages of a time once: customers of one product mostly have the same year. */
function rememberedOutages(): OutagesIn {
  const known = new Map<string, ReturnType<OutagesIn>>()
  return (tx, components, span) => {
    const key = `${components.join()} ${span.fromMs} ${span.untilMs}`
    const outages = known.get(key) ?? outagesIn(tx, components, span)
    known.set(key, outages)
    return outages
  }
}
