import type { Clock } from '@klinke/foundation'
import { type ApiRoutes, type Database, decodeCursor, encodeCursor, owningTenant, pageOf, pageQuery, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { NoSuchTenant } from '../numbers/rules.ts'
import { DEFAULT_TIME_ZONE } from '../snapshot.ts'
import { findTenant } from '../tenants/store.ts'
import { type CustomerAvailability, type CustomerFacts, customerAvailability, serviceYear } from './customer-availability.ts'
import { missedAvailability } from './missed-availability.ts'
import { availabilityView } from './schemas.ts'
import { spanOf } from './year.ts'

export interface AvailabilityParts {
  readonly database: Database
  readonly clock: Pick<Clock, 'epochMs'>
  readonly facts: CustomerFacts
}

const tags = ['service levels']
const OUTAGES_SHOWN = 100

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
      querystring: z.strictObject({
        ...pageQuery,
        limit: pageQuery.limit.describe('Customers that are looked through; of a page there may be none below, and more behind it'),
      }),
      response: { 200: pageOf(z.object({ ...availabilityView.shape, name: z.string() })) },
    }
    api.get('/availability/missed', { config: { access: 'operator' }, schema: missed }, async (request) => {
      const { limit, cursor } = request.query
      const part = { customers: limit, after: decodeCursor(cursor, 1)?.[0], nowMs: clock.epochMs() }
      const { below, last } = await database.withOperator((tx) => missedAvailability(tx, facts, part))
      return {
        items: below.map(({ name, ...found }) => ({ ...viewOf(found), name })),
        nextCursor: last === undefined ? null : encodeCursor([last]),
      }
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
