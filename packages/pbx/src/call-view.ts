import type { CallParty, LegMedia, RoutingStep } from '@klinke/calls'
import type { Principal } from '@klinke/platform'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'

/** How calls look in the API, running or recorded. */
export const partyView = z.object({
  tenantId: z.string().nullable().describe('null outside Klinke, and for other tenants'),
  extensionId: z.string().nullable(),
  number: z.string().describe("E.164 with +, or the extension's digits; `anonymous` for who hides it and for extensions of other tenants"),
  displayName: z.string().nullable(),
})

export const stepView = z.object({
  at: z.iso.datetime(),
  step: z.string().describe('Stable name of the decision'),
  detail: z.string(),
})

export const mediaView = z.object({
  packetsReceived: z.number(),
  bytesReceived: z.number().describe('Of RTP packets with their headers'),
  packetsSent: z.number(),
  bytesSent: z.number(),
  packetsLost: z.number(),
  jitterMs: z.number(),
  roundTripMs: z.number().nullable(),
  mos: z.number().nullable().describe('Mean opinion score by the E-model, 1 to 4.5'),
  codec: z.string().nullable(),
})

/** A party with the name that whoever asks finds in phone books for it. */
export type Naming = (tenantId: string, principal: Principal) => (party: CallParty) => CallParty

/** Nobody stands in a phone book. */
export const asTheyAre: Naming = () => (party) => party

/** A tenant learns the public number of a party in another tenant, but neither who has it there nor its extension. */
export function viewParty(
  party: CallParty,
  principal: Principal,
  named: (party: CallParty) => CallParty = (each) => each,
): z.infer<typeof partyView> {
  const seen = partySeen(party, principal)
  const { displayName } = named({
    ...{ tenantId: seen.tenantId ?? undefined, extensionId: seen.extensionId ?? undefined },
    ...{ number: seen.number, displayName: seen.displayName ?? undefined },
  })
  return { ...seen, displayName: displayName ?? null }
}

function partySeen(party: CallParty, principal: Principal): z.infer<typeof partyView> {
  const foreign = principal.kind !== 'operator' && party.tenantId !== principal.tenantId
  const isCustomer = foreign && (party.tenantId ?? null) !== null
  return {
    tenantId: foreign ? null : (party.tenantId ?? null),
    extensionId: foreign ? null : (party.extensionId ?? null),
    number: isCustomer && !party.number.startsWith('+') ? 'anonymous' : party.number,
    displayName: isCustomer ? null : (party.displayName ?? null),
  }
}

/** What a search looks at in a party (JSON) of a row with `tenant_id`: no more than `viewParty` shows, so that nobody finds out by searching what is not shown. */
export function searchedParty(party: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql`CASE WHEN coalesce(${party} ->> 'tenantId', tenant_id::text) = tenant_id::text
    THEN concat_ws(' ', ${party} ->> 'number', ${party} ->> 'displayName')
    WHEN ${party} ->> 'number' LIKE '+%' THEN ${party} ->> 'number' END`
}

export function viewStep({ atMs, step, detail }: RoutingStep): z.infer<typeof stepView> {
  return { at: new Date(atMs).toISOString(), step, detail }
}

export function viewMedia(media: LegMedia | null): z.infer<typeof mediaView> | null {
  if (!media) return null
  const { packetsReceived, bytesReceived, packetsSent, bytesSent, packetsLost, jitterMs, roundTripMs, mos, codec } = media
  const counted = { packetsReceived, bytesReceived, packetsSent, bytesSent, packetsLost }
  return { ...counted, jitterMs: hundredths(jitterMs), roundTripMs: measured(roundTripMs), mos: measured(mos), codec: codec ?? null }
}

function measured(value: number | undefined): number | null {
  return value === undefined ? null : hundredths(value)
}

/** Further digits of a measurement say nothing. */
function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}
