import type { Clock } from '@klinke/foundation'
import {
  type Api,
  type ApiRoutes,
  type Database,
  holderOf,
  inScope,
  NotFound,
  ofOwnExtension,
  principalOf,
  seenTenant,
  seenTenants,
} from '@klinke/platform'
import { z } from 'zod'
import { makeCall } from '../call-control/make-call.ts'
import { NoPhoneThere } from '../call-control/rules.ts'
import { extensionById } from '../calls/extension-targets.ts'
import { findExtension } from '../extensions/store.ts'
import { codesOf } from '../feature-codes/code-index.ts'
import type { DialledFeature } from '../feature-codes/feature.ts'
import type { CallWork } from '../slices/slice.ts'
import type { PbxDirectory } from '../snapshot.ts'
import { testEmergencyCall } from './emergency-test.ts'
import { readinessOf } from './readiness.ts'
import { keepTest, listTests } from './store.ts'
import { readinessView, testView, viewOfTest } from './views.ts'

export interface EmergencyTestParts {
  readonly database: Database
  readonly directory: PbxDirectory
  readonly clock: Pick<Clock, 'epochMs'>
  /** The code that speaks to who dials it. */
  readonly code: DialledFeature
  /** Undefined until calls can be made. */
  readonly work: () => CallWork | undefined
}

const tags = ['emergency tests']
const params = z.object({ extensionId: z.uuid() })
const path = '/extensions/:extensionId/emergency-tests'

/** What 110 and 112 would be told, tried without calling anybody (LAW-03). */
export function emergencyTestRoutes(parts: EmergencyTestParts): ApiRoutes {
  return (api) => {
    addTest(api, parts)
    addList(api, parts)
    addReadiness(api, parts)
  }
}

function addTest(api: Api, parts: EmergencyTestParts): void {
  const { database, directory, clock } = parts
  const body = z.strictObject({
    ring: z.boolean().optional().describe('Calls the phone too, which hears what the control centre is told; absent: no'),
  })
  const summary = 'Test 110 and 112: a built-in control centre is told what the true one would be, and nobody is alerted'
  const schema = { tags, summary, params, body, response: { 201: testView } }
  api.post(path, { config: ofOwnExtension, schema }, async (request, reply) => {
    const { extensionId } = request.params
    const stored = await inScope(database, principalOf(request), undefined, (tx) => findExtension(tx, extensionId))
    const tenant = stored && directory.tenant(stored.tenantId)
    const extension = tenant && extensionById(tenant, extensionId)
    const work = parts.work()
    if (tenant === undefined || extension === undefined || work === undefined) throw new NotFound('extension', extensionId)
    if (request.body.ring === true) {
      const [number] = codesOf(parts.code, tenant.featureCodes)
      if (number === undefined) throw new NoPhoneThere(extension.number, undefined)
      makeCall({ extension, number }, tenant, work)
    }
    const result = testEmergencyCall(tenant, extension, work.pbx.outside, clock.epochMs())
    const test = { tenantId: tenant.id, extensionId, madeBy: holderOf(request).name, result }
    return reply.code(201).send(viewOfTest(await database.withTenant(tenant.id, (tx) => keepTest(tx, test))))
  })
}

function addList(api: Api, { database }: EmergencyTestParts): void {
  const schema = {
    tags,
    summary: 'List tests of 110 and 112, the newest first',
    params,
    response: { 200: z.object({ items: z.array(testView) }) },
  }
  api.get(path, { config: ofOwnExtension, schema }, (request) =>
    inScope(database, principalOf(request), undefined, async (tx) => {
      const { extensionId } = request.params
      if ((await findExtension(tx, extensionId)) === undefined) throw new NotFound('extension', extensionId)
      return { items: (await listTests(tx, extensionId)).map(viewOfTest) }
    }),
  )
}

function addReadiness(api: Api, { directory, clock }: EmergencyTestParts): void {
  const querystring = z.strictObject({
    tenantId: z.uuid().optional().describe('Absent, with an operator key: all tenants that have such extensions'),
  })
  const summary = 'List the extensions that 110 and 112 would not find'
  const schema = { tags, summary, querystring, response: { 200: z.object({ items: z.array(readinessView) }) } }
  api.get('/emergency-readiness', { schema }, (request) => {
    const principal = principalOf(request)
    const wanted = request.query.tenantId ?? (principal.kind === 'tenant' ? seenTenant(principal, undefined) : undefined)
    const seen = seenTenants(principal)
    if (wanted !== undefined && seen !== undefined && !seen.has(wanted)) throw new NotFound('tenant', wanted)
    const epochMs = clock.epochMs()
    const items = [...directory.tenants()]
      .filter(({ id }) => (wanted === undefined ? (seen?.has(id) ?? true) : id === wanted))
      .map((tenant) => readinessOf(tenant, epochMs))
      .filter(({ unfindable }) => wanted !== undefined || unfindable.length > 0)
    return { items: items.map((item) => ({ ...item, unfindable: item.unfindable.map((one) => ({ ...one, flaws: [...one.flaws] })) })) }
  })
}
