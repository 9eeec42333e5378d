import type { ApiRoutes, Database } from '@klinke/platform'
import { z } from 'zod'
import type { ChannelLedger } from '../admission/channel-ledger.ts'
import { type CarrierStatus, isUsable } from '../lines/carrier-status.ts'
import { faultText } from '../lines/fault-texts.ts'
import { listCarriers, type StoredCarrier } from './store.ts'

/** Carriers beyond it show their id for a name. */
const MAX_NAMED = 1_000

const stateView = z.object({
  carrierId: z.uuid(),
  name: z.string(),
  state: z
    .enum(['registering', 'registered', 'failed', 'probing', 'up', 'down'])
    .describe(
      '"registering", "registered", "failed": it registers; "probing", "up", "down": it has fixed addresses and is asked by OPTIONS',
    ),
  usable: z.boolean().describe('false: calls are tried over other carriers first'),
  since: z.iso.datetime().describe('When it came into this state'),
  expiresAt: z.iso.datetime().nullable().describe('When the registration runs out unless it is refreshed'),
  channels: z
    .object({
      in: z.int().describe('Calls that it has brought'),
      out: z.int().describe('Calls that go over it'),
      limit: z.int().nullable().describe('null: nobody has said'),
    })
    .describe('Channels in use now'),
  lastError: z.object({ de: z.string(), en: z.string() }).nullable().describe('What went wrong last, until something goes right'),
})

/** How the lines to carriers stand now: `CarrierLines`, as far as this needs them. */
export interface CarrierStatuses {
  statuses(): readonly CarrierStatus[]
}

/** Calls over carriers now. */
type Usage = Pick<ChannelLedger, 'inUse'>

/** The state of each carrier in order of priority: the operator's alone. */
export function carrierStateRoutes(database: Database, lines: CarrierStatuses, ledger: Usage): ApiRoutes {
  return (api) => {
    const response = { 200: z.object({ items: z.array(stateView) }) }
    const schema = { tags: ['carriers'], summary: 'Show which carriers are registered and reachable', response }
    api.get('/carrier-states', { config: { access: 'operator' }, schema }, async () => {
      const carriers = await database.withOperator((tx) => listCarriers(tx, MAX_NAMED, undefined))
      const byId = new Map(carriers.map((carrier) => [carrier.id, carrier]))
      return { items: lines.statuses().map((status) => viewStatus(status, byId.get(status.carrierId), ledger)) }
    })
  }
}

function viewStatus(
  { carrierId, state, sinceMs, expiresAtMs, lastError }: CarrierStatus,
  carrier: Pick<StoredCarrier, 'name' | 'channels'> | undefined,
  ledger: Usage,
): z.infer<typeof stateView> {
  const { name = carrierId, channels: limit = null } = carrier ?? {}
  const { in: coming, out } = ledger.inUse('carrier', carrierId)
  const expiresAt = expiresAtMs === undefined ? null : new Date(expiresAtMs).toISOString()
  return {
    ...{ carrierId, name, state, usable: isUsable(state), since: new Date(sinceMs).toISOString() },
    channels: { in: coming, out, limit },
    ...{ expiresAt, lastError: lastError === undefined ? null : inWords(lastError) },
  }
}

/** What went wrong at a line, as answers tell it. */
export function inWords(fault: string): { de: string; en: string } {
  const { de, en } = faultText(fault)
  return { de, en }
}
