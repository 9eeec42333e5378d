import type { Clock } from '@klinke/foundation'
import { type ApiRoutes, type Database, owningTenant, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { NoSuchTenant } from '../numbers/rules.ts'
import { DEFAULT_TIME_ZONE } from '../snapshot.ts'
import { findTenant, listTenants } from '../tenants/store.ts'
import { type CustomerAvailability, type CustomerFacts, customerAvailability, serviceYear } from './customer-availability.ts'
import { availabilityView } from './schemas.ts'
import { spanOf } from './year.ts'

export interface AvailabilityParts {
  readonly database: Database
  readonly clock: Pick<Clock, 'epochMs'>
  readonly facts: CustomerFacts
}

const tags = ['service levels']
const OUTAGES_SHOWN = 100
/** Customers that are looked through for one answer. */
const MAX_CUSTOMERS = 10_000

/** What availability was (SLA-01): each customer's own, and for the operator those below what they were promised. */
export function availabilityRoutes({ database, clock, facts }: AvailabilityParts): ApiRoutes {
  return (api) => {
    const querystring = z.strictObject({
      tenantId: z.uuid().optional(),
      on: z.iso.date().optional().describe('A day of the year that is asked for; absent: today'),
    })
    const get = {
      tags,
      summary: 'Show the availability of a year, and what was promised',
      querystring,
      response: { 200: availabilityView },
    }
    api.get('/availability', { schema: get }, async (request) => {
      const { tenantId: wanted, on } = request.query
      const tenantId = owningTenant(principalOf(request), wanted)
      const found = await database.withOperator(async (tx) => {
        const tenant = await findTenant(tx, tenantId)
        if (tenant === undefined) throw new NoSuchTenant(tenantId)
        const day = on === undefined ? undefined : Temporal.PlainDate.from(on)
        const zone = tenant.profile.timeZone ?? DEFAULT_TIME_ZONE
        const atMs = day === undefined ? clock.epochMs() : spanOf({ from: day, until: day }, zone).fromMs
        const year = await serviceYear(tx, tenant, facts, atMs)
        return customerAvailability(tx, tenant, facts, year, clock.epochMs())
      })
      return viewOf(found)
    })
    const missed = {
      tags,
      summary: 'List customers whose availability is below what they were promised',
      response: { 200: z.object({ items: z.array(z.object({ ...availabilityView.shape, name: z.string() })) }) },
    }
    api.get('/availability/missed', { config: { access: 'operator' }, schema: missed }, async () => {
      const nowMs = clock.epochMs()
      const items = await database.withOperator(async (tx) => {
        const below = []
        for (const tenant of await listTenants(tx, { limit: MAX_CUSTOMERS })) {
          if ((tenant.profile.serviceLevel?.availability ?? []).length === 0) continue
          const found = await customerAvailability(tx, tenant, facts, await serviceYear(tx, tenant, facts, nowMs), nowMs)
          if (found.sides.some(({ percent, target }) => percent < target)) below.push({ ...viewOf(found), name: tenant.name })
        }
        return below
      })
      return { items }
    })
  }
}

function viewOf({ tenantId, year, sides }: CustomerAvailability): z.infer<typeof availabilityView> {
  return {
    ...{ tenantId, from: year.from.toString(), until: year.until.toString() },
    sides: sides.map(({ side, target, percent, outageMinutes, excludedMinutes, yearMinutes, outages }) => ({
      ...{ side, target, percent, outageMinutes, excludedMinutes, yearMinutes, isMet: percent >= target },
      outages: outages.slice(-OUTAGES_SHOWN).map(({ fromMs, untilMs }) => ({
        ...{ from: new Date(fromMs).toISOString(), until: new Date(untilMs).toISOString() },
      })),
    })),
  }
}
