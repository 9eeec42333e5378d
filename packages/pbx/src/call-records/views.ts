import type { CallCharge } from '@klinke/calls'
import { type Principal, searchQuery } from '@klinke/platform'
import { z } from 'zod'
import { asTheyAre, mediaView, type Naming, partyView, stepView, viewMedia, viewParty, viewStep } from '../call-view.ts'
import type { CallRecord } from './record.ts'

const direction = z.enum(['internal', 'inbound', 'outbound'])

/** A call record as the API gives it. */
export const recordView = z.object({
  id: z.string(),
  tenantId: z.uuid(),
  direction,
  caller: partyView,
  called: partyView.describe('As dialled'),
  answeredBy: partyView.nullable(),
  startedAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable().describe('null when the call was not answered, or not yet'),
  endedAt: z.iso.datetime().nullable().describe('null while the call runs'),
  cause: z.string().nullable().describe('Why the call ended, such as "hung-up-by-caller", "busy", "no-answer", "restart"'),
  sipStatus: z.int().nullable().describe('SIP status that ended a call which was not answered'),
  emergency: z.boolean(),
  sipCallId: z.string(),
  route: z.array(stepView).describe('The decisions on the way of the call; empty while it runs'),
  identity: z
    .object({ shown: z.string().nullable().describe('null: hidden'), billed: z.string() })
    .nullable()
    .describe('Which number was shown outside, and for which one the call is charged; null: it went to nobody outside'),
  charge: z
    .object({
      way: z.enum(['carrier', 'own-carrier', 'on-net', 'enum']).describe('"on-net" and "enum" cost nothing'),
      origin: z.enum(['own', 'forwarded', 'call-back']),
      billed: z.string().nullable().describe('The number that pays, E.164'),
      extensionId: z.uuid().nullable(),
      trunkId: z.uuid().nullable(),
      siteId: z.uuid().nullable(),
      connectedAt: z.iso.datetime().nullable().describe('When the party outside has answered; null: it has not, or it costs nothing'),
    })
    .nullable()
    .describe('What a call that left is rated by; null: it stayed with the customer, or was for help'),
  media: z.object({ caller: mediaView.nullable(), called: mediaView.nullable() }),
})

const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text))
/** Which call records are wanted. */
export const filterQuery = {
  ...searchQuery,
  tenantId: z.uuid().optional(),
  extensionId: z.uuid().optional().describe('Extension that called, was called, or answered'),
  direction: direction.optional(),
  from: time.optional().describe('Started at this time or later, ISO 8601 with zone'),
  to: time.optional().describe('Started before this time, ISO 8601 with zone'),
}
export function viewRecord(record: CallRecord, principal: Principal, naming: Naming = asTheyAre): z.infer<typeof recordView> {
  const { id, tenantId, direction, sipCallId, emergency, cause, sipStatus } = record
  const named = naming(tenantId, principal)
  return {
    ...{ id, tenantId, direction, sipCallId, emergency, cause, sipStatus },
    caller: viewParty(record.caller, principal, named),
    called: viewParty(record.called, principal, named),
    answeredBy: record.answeredBy && viewParty(record.answeredBy, principal, named),
    startedAt: record.startedAt.toISOString(),
    answeredAt: record.answeredAt?.toISOString() ?? null,
    endedAt: record.endedAt?.toISOString() ?? null,
    identity: record.identity,
    charge: record.charge && viewCharge(record.charge),
    route: (record.route ?? []).map(viewStep),
    media: { caller: viewMedia(record.callerMedia), called: viewMedia(record.calledMedia) },
  }
}

function viewCharge({
  way,
  origin,
  billed,
  extensionId,
  trunkId,
  siteId,
  connectedAtMs,
}: CallCharge): z.infer<typeof recordView>['charge'] {
  const on = { extensionId: extensionId ?? null, trunkId: trunkId ?? null, siteId: siteId ?? null }
  const connectedAt = typeof connectedAtMs === 'number' ? new Date(connectedAtMs).toISOString() : null
  return { way, origin, billed, ...on, connectedAt }
}
