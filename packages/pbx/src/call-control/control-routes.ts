import { connectCalls, consult, hangUp, hold, type NotControlled, pressKeys, sendTo } from '@klinke/calls'
import { type Api, type ApiRoutes, checkedByHandler, type Principal, principalOf } from '@klinke/platform'
import { z } from 'zod'
import { type Controlling, type FoundParty, findParty } from './find-party.ts'
import { EmergencyCallProtected, NotControllable } from './rules.ts'

const tags = ['call control']
const params = z.object({ callId: z.string().max(100) })
const querystring = z.strictObject({
  extensionId: z.uuid().optional().describe('Whose part in the call is controlled. Absent: the own, or that of the only extension in it'),
})
const done = { 204: z.null() }
const number = z.string().trim().min(1).max(50).describe('As it would be dialled at the phone')

/** What the user of a phone can do in a call, done by a program (CALL-08, UC-03). */
export function controlRoutes(controlling: Controlling): ApiRoutes {
  return (api) => {
    addPlain(api, controlling)
    addTransfer(api, controlling)
    addConsultation(api, controlling)
    addKeys(api, controlling)
  }
}

function addPlain(api: Api, controlling: Controlling): void {
  const ways = [
    ['hold', 'Hold whom the extension talks to, who hears music', (party: FoundParty) => hold(party, true)],
    ['resume', 'Talk on with whom the extension holds', (party: FoundParty) => hold(party, false)],
  ] as const
  for (const [name, summary, act] of ways) {
    const schema = { tags, summary, params, querystring, response: done }
    api.post(`/live-calls/:callId/${name}`, { config: checkedByHandler, schema }, async (request, reply) => {
      assertDone(partyOf(controlling, request, principalOf(request)), act)
      return reply.code(204).send(null)
    })
  }
  const summary = 'Hang up, give up calling, or decline the call that rings, for the extension'
  const schema = { tags, summary, params, querystring, response: done }
  api.post('/live-calls/:callId/hang-up', { config: checkedByHandler, schema }, async (request, reply) => {
    const byItsUser = principalOf(request).kind === 'user'
    const party = partyOf(controlling, request, principalOf(request))
    for (const leg of legsToEnd(party)) assertDone({ ...party, leg }, (each) => hangUp(each, byItsUser))
    return reply.code(204).send(null)
  })
}

/** All phones of an extension stop ringing. */
function legsToEnd({ call, leg }: FoundParty): readonly FoundParty['leg'][] {
  if (leg.state === 'answered') return [leg]
  return call.legs.filter(({ party, state }) => party.extensionId === leg.party.extensionId && state !== 'ended' && state !== 'answered')
}

function addTransfer(api: Api, controlling: Controlling): void {
  const body = z.union([
    z.strictObject({ number: number.describe('To whom: at once, as if the extension had dialled it. Nobody there: it comes back') }),
    z.strictObject({ otherCallId: z.string().max(100).describe('Another call of the extension: whom it talks to there') }),
  ])
  const summary = 'Transfer whom the extension talks to: to a number, or to whom it talks to in another call'
  const schema = { tags, summary, params, querystring, body, response: done }
  api.post('/live-calls/:callId/transfer', { config: checkedByHandler, schema }, async (request, reply) => {
    const party = partyOf(controlling, request, principalOf(request))
    const { body: to } = request
    const why =
      'number' in to
        ? await sendTo(party, to.number)
        : await connectCalls(party, findParty(controlling, to.otherCallId, party.extension.id, principalOf(request)))
    assertNot(why, party)
    return reply.code(204).send(null)
  })
}

function addConsultation(api: Api, controlling: Controlling): void {
  const path = '/live-calls/:callId/consultation'
  const begin = {
    ...{ tags, params, querystring, response: done, body: z.strictObject({ number }) },
    summary: 'Call somebody while the other party waits, over the same line of the phone',
  }
  api.post(path, { config: checkedByHandler, schema: begin }, async (request, reply) => {
    const { number: dialled } = request.body
    assertDone(partyOf(controlling, request, principalOf(request)), (party) => consult(party, { kind: 'consult', dialled }))
    return reply.code(204).send(null)
  })
  const body = z.strictObject({
    action: z
      .enum(['connect', 'toggle', 'conference', 'back'])
      .describe('Connect both and leave; talk to the other of the two; all three together; give up whom it has called'),
  })
  const change = { tags, summary: 'Go on from a consultation', params, querystring, body, response: done }
  api.patch(path, { config: checkedByHandler, schema: change }, async (request, reply) => {
    const { action } = request.body
    assertDone(partyOf(controlling, request, principalOf(request)), (party) => consult(party, { kind: action }))
    return reply.code(204).send(null)
  })
}

function addKeys(api: Api, controlling: Controlling): void {
  const body = z.strictObject({
    keys: z
      .string()
      .regex(/^[0-9A-D*#]{1,32}$/)
      .describe('Pressed one after the other: 0 to 9, *, #, A to D'),
  })
  const schema = { tags, summary: 'Press keys in the call (DTMF) for the extension', params, querystring, body, response: done }
  api.post('/live-calls/:callId/keys', { config: checkedByHandler, schema }, async (request, reply) => {
    assertDone(partyOf(controlling, request, principalOf(request)), (party) => pressKeys(party, request.body.keys))
    return reply.code(204).send(null)
  })
}

interface Asked {
  readonly params: { readonly callId: string }
  readonly query: { readonly extensionId?: string | undefined }
}

function partyOf(controlling: Controlling, { params: { callId }, query: { extensionId } }: Asked, principal: Principal): FoundParty {
  return findParty(controlling, callId, extensionId, principal)
}

function assertDone(party: FoundParty, act: (party: FoundParty) => NotControlled | undefined): void {
  assertNot(act(party), party)
}

function assertNot(why: NotControlled | undefined, { extension }: FoundParty): void {
  if (why === 'emergency') throw new EmergencyCallProtected()
  if (why !== undefined) throw new NotControllable(extension.number, why)
}
