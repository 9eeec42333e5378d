import { type Api, type ApiRoutes, checkedByHandler, NotFound, ofOwnExtension, owningTenant, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { extensionById } from '../calls/extension-targets.ts'
import { answerHere } from './answer-here.ts'
import { type Controlling, findCall, findParty } from './find-party.ts'
import { makeCall } from './make-call.ts'
import { NoPhoneThere, NothingRings } from './rules.ts'

const tags = ['call control']
const params = z.object({ callId: z.string().max(100) })
const registrationId = z.string().max(200).optional().describe('Which of its phones, of `/registrations`; absent: all, the first to answer')
const made = { 202: z.object({ callId: z.string().describe('Of `/live-calls`, and of the events') }) }

/** Calls made and answered by a program, at the phone of an extension (CALL-08, UC-03). */
export function callRoutes(controlling: Controlling): ApiRoutes {
  return (api) => {
    addMake(api, controlling)
    addAnswer(api, controlling)
    addPickUp(api, controlling)
  }
}

function addMake(api: Api, { directory, work }: Controlling): void {
  const body = z.strictObject({
    tenantId: z.uuid().optional().describe('Required with an operator key'),
    extensionId: z.uuid().describe('Who calls'),
    number: z.string().trim().min(1).max(50).describe('As it would be dialled at the phone'),
    registrationId,
    autoAnswer: z.boolean().optional().describe('Ask the phone to answer by itself; absent: as the extension has it'),
    hideNumber: z.boolean().optional().describe('Whom it calls is not shown its number'),
  })
  const summary = "Make a call: the extension's phone is called, and when it has answered the number, as if it were dialled there"
  api.post('/calls', { config: ofOwnExtension, schema: { tags, summary, body, response: made } }, async (request, reply) => {
    const { tenantId, extensionId, ...wish } = request.body
    const tenant = directory.tenant(owningTenant(principalOf(request), tenantId))
    const extension = tenant && extensionById(tenant, extensionId)
    if (tenant === undefined || extension === undefined) throw new NotFound('extension', extensionId)
    const using = work()
    // Before calls can be made no phone has registered.
    if (using === undefined) throw new NoPhoneThere(extension.number, undefined)
    return reply.code(202).send({ callId: makeCall({ ...wish, extension }, tenant, using).id })
  })
}

function addAnswer(api: Api, controlling: Controlling): void {
  const querystring = z.strictObject({ extensionId: z.uuid().optional().describe('Whose phone rings. Absent: the own'), registrationId })
  const summary = 'Answer a call that rings at the extension, with its own phone'
  const schema = { tags, summary, params, querystring, response: made }
  api.post('/live-calls/:callId/answer', { config: checkedByHandler, schema }, async (request, reply) => {
    const { extensionId, registrationId: phone } = request.query
    const { call, leg, extension, tenant, work } = findParty(controlling, request.params.callId, extensionId, principalOf(request))
    if (leg.state === 'answered' || leg.role === 'caller') throw new NothingRings()
    const callId = answerHere({ call, rung: extension }, extension, { registrationId: phone }, tenant, work)
    return reply.code(202).send({ callId })
  })
}

/** Calls that ring at colleagues are known by the busy lamps, so that a user who may pick up may name them. */
function addPickUp(api: Api, controlling: Controlling): void {
  const body = z.strictObject({
    extensionId: z.uuid().describe('Who answers, with its own phone'),
    rungExtensionId: z.uuid().optional().describe('At whose phone it rings; absent: the first in the call'),
    registrationId,
  })
  const summary = 'Answer a call that rings at another extension (pickup)'
  const schema = { tags, summary, params, body, response: made }
  api.post('/live-calls/:callId/pick-up', { config: ofOwnExtension, schema }, async (request, reply) => {
    const { extensionId, rungExtensionId, registrationId: phone } = request.body
    const { call, tenant, work } = findCall(controlling, request.params.callId, principalOf(request))
    const answering = extensionById(tenant, extensionId)
    if (answering === undefined) throw new NotFound('extension', extensionId)
    const rings = call.legs.find(
      ({ party, state, role }) =>
        party.tenantId === tenant.id &&
        party.extensionId !== undefined &&
        role === 'called' &&
        (state === 'ringing' || state === 'trying') &&
        (rungExtensionId === undefined || party.extensionId === rungExtensionId),
    )
    const rung = rings?.party.extensionId === undefined ? undefined : extensionById(tenant, rings.party.extensionId)
    if (rung === undefined) throw new NothingRings()
    return reply.code(202).send({ callId: answerHere({ call, rung }, answering, { registrationId: phone }, tenant, work) })
  })
}
