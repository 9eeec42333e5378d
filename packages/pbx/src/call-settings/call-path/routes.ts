import { type Extension, e164, extensionNumber } from '@klinke/accounts'
import { addressOfRecord, type Calls } from '@klinke/calls'
import type { Clock } from '@klinke/foundation'
import { type Api, type Database, inScope, NotFound, ofOwnExtension, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { extensionById } from '../../calls/extension-targets.ts'
import { extensionParty, numberParty } from '../../calls/parties.ts'
import { findExtension } from '../../extensions/store.ts'
import { isInAllCalls, isInCall } from '../../in-call/is-in-call.ts'
import type { Phones } from '../../slices/slice.ts'
import type { PbxDirectory, PbxSnapshot } from '../../snapshot.ts'
import { callPath, type Supposed } from './trace.ts'
import { pathView, stepsOf } from './views.ts'

/** Calls and phones as they are now. */
export interface Live {
  readonly calls: Calls
  readonly lookup: Phones['lookup']
}

export interface CallPathParts {
  readonly database: Database
  readonly directory: PbxDirectory
  readonly clock: Pick<Clock, 'epochMs'>
  /** Undefined before calls can be made: nobody is registered then, and nobody talks. */
  readonly live: () => Live | undefined
}

const querystring = z.strictObject({
  from: z
    .union([z.enum(['external', 'internal', 'anonymous']), extensionNumber, e164])
    .default('external')
    .describe('Who calls: anybody outside or inside, somebody without a number, an extension, or a number such as +4930123456'),
  at: z.iso.datetime({ offset: true }).optional().describe('When; absent: now'),
  phones: z.enum(['now', 'registered', 'none']).default('now').describe('What is supposed of the phones of the extension'),
  line: z.enum(['now', 'free', 'talking']).default('now').describe('Whether the extension is supposed to talk'),
})
type Asked = z.infer<typeof querystring>

/** What would become of a call to an extension, by the decisions that calls are led by. */
export function addCallPath(api: Api, { database, directory, clock, live }: CallPathParts): void {
  const params = z.object({ extensionId: z.uuid() })
  const summary = 'What would become of a call to an extension: who rings, how long, and where it goes then'
  const schema = { tags: ['call settings'], summary, params, querystring, response: { 200: pathView } }
  api.get('/extensions/:extensionId/call-path', { config: ofOwnExtension, schema }, async (request) => {
    const id = request.params.extensionId
    const stored = await inScope(database, principalOf(request), undefined, (tx) => findExtension(tx, id))
    const tenant = stored && directory.tenant(stored.tenantId)
    const extension = tenant && extensionById(tenant, id)
    if (tenant === undefined || extension === undefined) throw new NotFound('extension', id)
    const nowMs = request.query.at === undefined ? clock.epochMs() : Date.parse(request.query.at)
    const supposed = supposedOf(request.query, tenant, extension, live(), nowMs)
    const caller = { number: supposed.from.number, internal: supposed.internal }
    return { at: new Date(nowMs).toISOString(), caller, steps: [...stepsOf(callPath(extension, supposed))] }
  })
}

function supposedOf(asked: Asked, tenant: PbxSnapshot, own: Extension, live: Live | undefined, nowMs: number): Supposed {
  const domain = tenant.sipDomain.toLowerCase()
  const registered = ({ number }: Extension): number => live?.lookup(addressOfRecord({ extensionNumber: number, domain })).length ?? 0
  const ownDevices = { now: registered(own), registered: Math.max(1, registered(own)), none: 0 }[asked.phones]
  const talks = ({ id }: Extension): boolean => live !== undefined && isInCall(live.calls, tenant.id, id)
  const ownTalks = { now: talks(own), free: false, talking: true }[asked.line]
  return {
    ...{ tenant, nowMs, ...callerOf(asked.from, tenant) },
    devicesOf: (extension) => (extension.id === own.id ? ownDevices : registered(extension)),
    isTalking: (extension) => (extension.id === own.id ? ownTalks : talks(extension)),
    isFull: (extension) =>
      live !== undefined && (extension.id !== own.id || asked.line === 'now') && isInAllCalls(live.calls, tenant, extension),
  }
}

function callerOf(from: Asked['from'], tenant: PbxSnapshot): Pick<Supposed, 'from' | 'internal'> {
  const extension = tenant.extensions.get(from)
  if (extension !== undefined) return { from: extensionParty(tenant, extension), internal: true }
  if (from === 'internal') return { from: numberParty('', tenant.id), internal: true }
  return { from: numberParty(from === 'external' ? '' : from), internal: false }
}
