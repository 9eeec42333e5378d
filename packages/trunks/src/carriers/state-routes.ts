import type { ApiRoutes, Database } from '@klinke/platform'
import { z } from 'zod'
import { type CarrierStatus, isUsable } from '../lines/carrier-status.ts'
import { faultText } from '../lines/fault-texts.ts'
import { listCarriers } from './store.ts'

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
  lastError: z.object({ de: z.string(), en: z.string() }).nullable().describe('What went wrong last, until something goes right'),
})

/** How the lines to carriers stand now: `CarrierLines`, as far as this needs them. */
export interface CarrierStatuses {
  statuses(): readonly CarrierStatus[]
}

/** The state of each carrier in order of priority: the operator's alone. */
export function carrierStateRoutes(database: Database, lines: CarrierStatuses): ApiRoutes {
  return (api) => {
    const response = { 200: z.object({ items: z.array(stateView) }) }
    const schema = { tags: ['carriers'], summary: 'Show which carriers are registered and reachable', response }
    api.get('/carrier-states', { config: { access: 'operator' }, schema }, async () => {
      const carriers = await database.withOperator((tx) => listCarriers(tx, MAX_NAMED, undefined))
      const names = new Map(carriers.map(({ id, name }) => [id, name]))
      return { items: lines.statuses().map((status) => viewStatus(status, names.get(status.carrierId) ?? status.carrierId)) }
    })
  }
}

function viewStatus({ carrierId, state, sinceMs, expiresAtMs, lastError }: CarrierStatus, name: string): z.infer<typeof stateView> {
  const expiresAt = expiresAtMs === undefined ? null : new Date(expiresAtMs).toISOString()
  return {
    ...{ carrierId, name, state, usable: isUsable(state), since: new Date(sinceMs).toISOString() },
    ...{ expiresAt, lastError: lastError === undefined ? null : inWords(lastError) },
  }
}

/** What went wrong at a line, as answers tell it. */
export function inWords(fault: string): { de: string; en: string } {
  const { de, en } = faultText(fault)
  return { de, en }
}
