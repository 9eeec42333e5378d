import { findTenant, type TenantProfile, updateTenant } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { z } from 'zod'
import { carriersOf, channelsOf, extensionsOf, storageOf, type TotalFacts } from './totals.ts'

/** Limits of a customer's exchange that are booked; those that are absent nobody books. */
const bookedLimits = z.object({
  /** Calls at a time. */
  channels: z.int().optional(),
  extensions: z.int().optional(),
  /** For recordings and mailboxes together (REC-01). */
  storageBytes: z.int().optional(),
  /** Providers that the customer may bring along (TRK-12). */
  ownCarriers: z.int().optional(),
})
export type BookedLimits = Readonly<z.output<typeof bookedLimits>>

/** TRK-12: more there are not, whatever is booked. */
const MAX_OWN_CARRIERS = 16

export function limitsOf(facts: TotalFacts): BookedLimits {
  const [channels, extensions, storageBytes, carriers] = [channelsOf(facts), extensionsOf(facts), storageOf(facts), carriersOf(facts)]
  const ownCarriers = carriers === undefined ? undefined : Math.min(carriers, MAX_OWN_CARRIERS)
  return {
    ...(channels === undefined ? {} : { channels }),
    ...(extensions === undefined ? {} : { extensions }),
    ...(storageBytes === undefined ? {} : { storageBytes }),
    ...(ownCarriers === undefined ? {} : { ownCarriers }),
  }
}

/** Sets what is booked, whatever was there, and notes it. Nothing for a customer that is gone. */
export async function setBookedLimits(tx: Tx, tenantId: string, limits: BookedLimits): Promise<void> {
  const tenant = await findTenant(tx, tenantId)
  if (tenant === undefined) return
  const profile = withLimits(tenant.profile, limits)
  if (JSON.stringify(profile) !== JSON.stringify(tenant.profile)) await updateTenant(tx, tenantId, { profile })
  await sql`
    INSERT INTO booked_limit (tenant_id, limits) VALUES (${tenantId}, ${JSON.stringify(limits)}::jsonb)
    ON CONFLICT (tenant_id) DO UPDATE SET limits = excluded.limits`.execute(tx.tables())
}

/** Sets what is booked otherwise than when it was set last: what somebody has granted by hand since stays. */
export async function followBookedLimits(tx: Tx, tenantId: string, limits: BookedLimits): Promise<void> {
  const { rows } = await sql<{
    readonly limits: unknown
  }>`SELECT limits FROM booked_limit WHERE tenant_id = ${tenantId} FOR UPDATE`.execute(tx.tables())
  const [row] = rows
  // Of before this was noted: as it is now, it is taken to have been set.
  const last = row === undefined ? {} : row.limits === null ? limits : bookedLimits.parse(row.limits)
  const changed = Object.fromEntries(Object.entries(limits).filter(([key, value]) => last[key as keyof BookedLimits] !== value))
  if (row !== undefined && row.limits !== null && Object.keys(changed).length === 0) return
  const tenant = await findTenant(tx, tenantId)
  if (tenant === undefined) return
  const profile = withLimits(tenant.profile, changed)
  if (JSON.stringify(profile) !== JSON.stringify(tenant.profile)) await updateTenant(tx, tenantId, { profile })
  await sql`
    INSERT INTO booked_limit (tenant_id, limits) VALUES (${tenantId}, ${JSON.stringify({ ...last, ...limits })}::jsonb)
    ON CONFLICT (tenant_id) DO UPDATE SET limits = excluded.limits`.execute(tx.tables())
}

function withLimits(profile: TenantProfile, { channels, extensions, storageBytes, ownCarriers }: BookedLimits): TenantProfile {
  return {
    ...profile,
    ...(channels === undefined
      ? {}
      : { admission: { ...profile.admission, channels: { ...profile.admission?.channels, both: channels } } }),
    ...(extensions === undefined ? {} : { maxExtensions: extensions }),
    ...(storageBytes === undefined ? {} : { storageBytes }),
    ...(ownCarriers === undefined ? {} : { ownCarriers }),
  }
}
