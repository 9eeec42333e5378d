import {
  type Api,
  type ApiRoutes,
  checkedByHandler,
  type Database,
  inScope,
  isOwn,
  NotFound,
  ofOwnExtension,
  owningTenant,
  principalOf,
} from '@klinke/platform'
import { z } from 'zod'
import { extensionById } from '../calls/extension-targets.ts'
import type { PbxDirectory } from '../snapshot.ts'
import type { Completion } from './completion.ts'
import type { Completions } from './completions.ts'
import { NotCompletable, newCompletion, TooManyCompletions } from './rules.ts'
import { listCompletions } from './store.ts'
import { wishFor } from './wish.ts'

const completionView = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  extensionId: z.uuid().describe('Who is called first'),
  kind: z.enum(['busy', 'no-answer', 'not-registered', 'redial']).describe('What is waited for; "redial": tried at intervals'),
  number: z.string(),
  calleeExtensionId: z.uuid().nullable().describe('null: somebody outside'),
  state: z.enum(['waiting', 'calling']),
  attempts: z.int().describe('Calls to the number so far'),
  requestedAt: z.iso.datetime(),
  notBefore: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})
const tags = ['callbacks']
const params = z.object({ callbackId: z.uuid() })

export interface CompletionRoutesParts {
  readonly database: Database
  readonly completions: Completions
  readonly directory: PbxDirectory
}

/** The callbacks and redials that are waited for (CALL-06: active callbacks). */
export function completionRoutes(parts: CompletionRoutesParts): ApiRoutes {
  return (api) => {
    addReading(api, parts)
    addRequest(api, parts)
    addRemoval(api, parts)
  }
}

function addReading(api: Api, { database, completions }: CompletionRoutesParts): void {
  const querystring = z.strictObject({
    tenantId: z.uuid().optional().describe('Required with an operator key'),
    extensionId: z.uuid().optional().describe('Only those of that extension'),
  })
  const response = { 200: z.object({ items: z.array(completionView) }) }
  const schema = { tags, summary: 'List callbacks and automatic redials, the oldest first', querystring, response }
  api.get('/callbacks', { config: ofOwnExtension, schema }, async (request) => {
    const { tenantId, extensionId } = request.query
    const all = await inScope(database, principalOf(request), tenantId, listCompletions)
    const wanted = extensionId === undefined ? all : all.filter((completion) => completion.extensionId === extensionId)
    return { items: wanted.map((completion) => view(completion, completions)) }
  })
}

function addRequest(api: Api, { completions, directory }: CompletionRoutesParts): void {
  const schema = { tags, summary: 'Ask for a callback or automatic redial', body: newCompletion, response: { 201: completionView } }
  api.post('/callbacks', { config: ofOwnExtension, schema }, async (request, reply) => {
    const { tenantId: named, extensionId, number, kind } = request.body
    const tenant = directory.tenant(owningTenant(principalOf(request), named))
    const extension = tenant && extensionById(tenant, extensionId)
    if (tenant === undefined || extension === undefined) throw new NotFound('extension', extensionId)
    const wish = wishFor({ dialled: number, number, isHidden: false, wasBusy: false }, kind, { tenant, extension })
    if (wish.kind === 'not-possible') throw new NotCompletable(number)
    const requested = await completions.request(wish.wish, tenant)
    if (requested.kind === 'too-many') throw new TooManyCompletions()
    return reply.code(201).send(view(requested.completion, completions))
  })
}

function addRemoval(api: Api, { database, completions }: CompletionRoutesParts): void {
  const schema = { tags, summary: 'Delete a callback', params, response: { 204: z.null() } }
  api.delete('/callbacks/:callbackId', { config: checkedByHandler, schema }, async (request, reply) => {
    const id = request.params.callbackId
    const own = await inScope(database, principalOf(request), undefined, listCompletions)
    const completion = own.find((candidate) => candidate.id === id)
    if (completion === undefined || !isOwn(request, completion.extensionId)) throw new NotFound('callback', id)
    await completions.cancel(completion)
    return reply.code(204).send(null)
  })
}

function view(completion: Completion, completions: Completions): z.infer<typeof completionView> {
  const { id, tenantId, extensionId, kind, number, calleeId, attempts } = completion
  return {
    ...{ id, tenantId, extensionId, kind, number, calleeExtensionId: calleeId, attempts },
    state: completions.callFor(id) === undefined ? 'waiting' : 'calling',
    requestedAt: new Date(completion.requestedAtMs).toISOString(),
    notBefore: new Date(completion.notBeforeMs).toISOString(),
    expiresAt: new Date(completion.expiresAtMs).toISOString(),
  }
}
