import { type Api, type ApiRoutes, type Database, inScope, NotFound, owningTenant, principalOf } from '@klinke/platform'
import { z } from 'zod'
import type { RecordingRule } from './policy.ts'
import { deleteRule, findRecordingPolicy, insertRule, listRules, saveRecordingPolicy } from './policy-store.ts'
import { newRule, policyChange, policyView, ruleView } from './rules.ts'

const forTenant = z.strictObject({ tenantId: z.uuid().optional().describe('Required with an operator key') })
const tags = ['recordings']

function view({ directions, ...rule }: RecordingRule): z.infer<typeof ruleView> {
  return { ...rule, directions: [...directions] }
}

/** How a tenant records, and what it always records. */
export function recordingPolicyRoutes(database: Database): ApiRoutes {
  return (api) => {
    addPolicy(api, database)
    addRules(api, database)
  }
}

function addPolicy(api: Api, database: Database): void {
  const get = { tags, summary: 'Get how calls are recorded', querystring: forTenant, response: { 200: policyView } }
  api.get('/recording-policy', { schema: get }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    const policy = await database.withTenant(tenantId, (tx) => findRecordingPolicy(tx, tenantId))
    return { ...policy, noticeLanguages: [...policy.noticeLanguages] }
  })
  const change = {
    tags,
    summary: 'Change how calls are recorded',
    querystring: forTenant,
    body: policyChange,
    response: { 200: policyView },
  }
  api.patch('/recording-policy', { schema: change }, async (request) => {
    const tenantId = owningTenant(principalOf(request), request.query.tenantId)
    return database.withTenant(tenantId, async (tx) => {
      const before = await findRecordingPolicy(tx, tenantId)
      const policy = policyView.parse({ ...before, ...request.body })
      await saveRecordingPolicy(tx, tenantId, policy)
      return policy
    })
  })
}

function addRules(api: Api, database: Database): void {
  const list = {
    tags,
    summary: 'List what is always recorded',
    querystring: z.strictObject({ tenantId: z.uuid().optional() }),
    response: { 200: z.object({ items: z.array(ruleView) }) },
  }
  api.get('/recording-rules', { schema: list }, async (request) => {
    const rules = await inScope(database, principalOf(request), request.query.tenantId, listRules)
    return { items: rules.map(view) }
  })
  const create = { tags, summary: 'Always record some calls', body: newRule, response: { 201: ruleView } }
  api.post('/recording-rules', { schema: create }, async (request, reply) => {
    const { tenantId: named, ...rule } = request.body
    const tenantId = owningTenant(principalOf(request), named)
    return reply.code(201).send(view(await database.withTenant(tenantId, (tx) => insertRule(tx, { tenantId, ...rule }))))
  })
  const params = z.object({ ruleId: z.uuid() })
  const remove = { tags, summary: 'Record them no longer', params, response: { 204: z.null() } }
  api.delete('/recording-rules/:ruleId', { schema: remove }, async (request, reply) => {
    const id = request.params.ruleId
    if (!(await inScope(database, principalOf(request), undefined, (tx) => deleteRule(tx, id)))) throw new NotFound('recording rule', id)
    return reply.code(204).send(null)
  })
}
