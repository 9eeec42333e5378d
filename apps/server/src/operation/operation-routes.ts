import { statfs } from 'node:fs/promises'
import { hostname } from 'node:os'
import type { Clock } from '@klinke/foundation'
import type { Api, ApiRoutes, Database } from '@klinke/platform'
import { z } from 'zod'
import { resellerTrafficView, trafficOfResellers } from './reseller-traffic.ts'
import { TRAFFIC_STEP_MS, type Traffic, type TrafficSample } from './traffic.ts'

const tags = ['operation']
const config = { access: 'operator' } as const

const nodeView = z.object({
  name: z.string().describe('Name of the machine'),
  startedAt: z.iso.datetime(),
  acceptingCalls: z.boolean().describe('false: the node takes no new calls; it starts, or is being stopped'),
  databaseReady: z.boolean(),
  faults: z.int().describe('Faults that nothing caught since the start; the log says what happened'),
  signallingDelayMs: z.number().describe('How long SIP messages wait before they are read; new calls are refused when it grows'),
  calls: z.int(),
  registrations: z.int(),
  memoryBytes: z.number().describe('Memory that the node uses'),
  certificates: z
    .array(
      z.object({
        use: z.string().describe('What it serves: web, sip'),
        state: z.enum(['good', 'ends-soon', 'ended']),
        endsAt: z.iso.datetime(),
      }),
    )
    .describe('Certificates in use'),
  diskFreeBytes: z.number().nullable().describe('Free space where the data folder is; null: not known'),
})

const trafficView = z.object({
  stepSeconds: z.int().describe('Length of a step'),
  samples: z
    .array(
      z.object({
        at: z.iso.datetime().describe('End of the step'),
        started: z.int().describe('Calls that began in it'),
        failed: z.int().describe('Calls that came to nothing though nobody on the phone wanted that'),
        refused: z.int().describe('Requests that were refused before there was a call'),
        calls: z.int().describe('Calls in progress at its end'),
        registrations: z.int().describe('Registered devices at its end'),
      }),
    )
    .describe('The last hour at most, the oldest first'),
})

/** What the state of this node is read from. */
export interface NodeParts {
  readonly database: Pick<Database, 'isReady' | 'withOperator'>
  readonly clock: Pick<Clock, 'epochMs'>
  readonly dataDir: string
  /** Since the Unix epoch. */
  readonly startedAtMs: number
  readonly faults: () => number
  readonly certificates: () => readonly { readonly use: string; readonly state: 'good' | 'ends-soon' | 'ended'; readonly endsAt: string }[]
  readonly isAccepting: () => boolean
  readonly signallingDelayMs: () => number
  readonly calls: () => number
  readonly registrations: () => number
  readonly traffic: Pick<Traffic, 'samples' | 'tenants'>
  /** Calls of a tenant in progress. */
  readonly callsOf: (tenantId: string) => number
}

/** Nodes with their health, and the traffic of the last hour: for the operator. */
export function operationRoutes(parts: NodeParts): ApiRoutes {
  return (api) => {
    const nodes = {
      tags,
      summary: 'List the nodes of this exchange with their health',
      response: { 200: z.object({ items: z.array(nodeView) }) },
    }
    api.get('/nodes', { config, schema: nodes }, async () => ({ items: [await nodeOf(parts)] }))
    const traffic = { tags, summary: 'Show the traffic of the last hour', response: { 200: trafficView } }
    addResellers(api, parts)
    api.get('/traffic', { config, schema: traffic }, () => ({
      stepSeconds: TRAFFIC_STEP_MS / 1_000,
      samples: parts.traffic.samples.map(viewSample),
    }))
  }
}

function addResellers(api: Api, { database, clock, traffic, callsOf }: NodeParts): void {
  const schema = {
    ...{ tags, summary: 'Show the traffic of each reseller: calls now, and of the last hour' },
    response: { 200: z.object({ items: z.array(resellerTrafficView) }) },
  }
  api.get('/traffic/resellers', { config, schema }, async () => ({
    items: [...(await trafficOfResellers(database, { tenantTraffic: traffic.tenants, callsOf }, clock.epochMs()))],
  }))
}

async function nodeOf(parts: NodeParts): Promise<z.infer<typeof nodeView>> {
  return {
    ...{ name: hostname(), startedAt: new Date(parts.startedAtMs).toISOString(), faults: parts.faults() },
    ...{ acceptingCalls: parts.isAccepting(), databaseReady: await parts.database.isReady() },
    signallingDelayMs: Math.round(parts.signallingDelayMs()),
    ...{ calls: parts.calls(), registrations: parts.registrations() },
    certificates: parts.certificates().map(({ use, state, endsAt }) => ({ use, state, endsAt })),
    memoryBytes: process.memoryUsage.rss(),
    diskFreeBytes: await freeBytes(parts.dataDir),
  }
}

async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return null
  }
}

function viewSample({ atMs, ...counted }: TrafficSample): z.infer<typeof trafficView>['samples'][number] {
  return { at: new Date(atMs).toISOString(), ...counted }
}
