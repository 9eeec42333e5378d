import { DEFAULT_TIME_ZONE, listTenants } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import { listExtensions } from '../extensions/store.ts'
import { loadSchedules } from '../schedules/store.ts'
import type { Flow, FlowWorld } from './interpreter/machine.ts'
import { listFlows, publishedFlows } from './store.ts'

/** What a flow would read now, with `tried` in place of what is published: for the simulator. `tx` sees one tenant. */
export async function loadWorld(tx: Tx, tenantId: string, tried: Flow): Promise<FlowWorld> {
  const flows = publishedFlows((await listFlows(tx)).filter((flow) => flow.tenantId === tenantId))
  const zone = (await listTenants(tx)).find(({ id }) => id === tenantId)?.profile.timeZone
  return {
    flows: new Map([...flows, [tried.id, tried]]),
    schedules: (await loadSchedules(tx)).get(tenantId) ?? new Map(),
    people: (await listExtensions(tx)).filter((extension) => extension.tenantId === tenantId),
    timeZone: zone ?? DEFAULT_TIME_ZONE,
  }
}
