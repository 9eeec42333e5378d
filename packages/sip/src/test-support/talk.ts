import assert from 'node:assert/strict'
import type { RequestParts } from '../message/build-request.ts'
import type { ResponseParts } from '../message/build-response.ts'
import type { SipRequest } from '../message/message.ts'
import type { InviteSession, SessionRequest } from '../user-agent/session.ts'
import type { OutgoingInvite } from '../user-agent/user-agent.ts'
import { RawPeer } from './raw-peer.ts'
import { ANSWER, callTo, eventsOf, World } from './world.ts'

export const SDP = { body: ANSWER, contentType: 'application/sdp' }

export interface Talk {
  readonly world: World
  readonly bob: RawPeer
  readonly session: InviteSession
  readonly invite: SipRequest
  /** A request of Bob's in the dialog. */
  request(method: string, cseq: number, more?: Partial<RequestParts>, branch?: string): SipRequest
  /** The next request of the peer as the application sees it. */
  next(): Promise<SessionRequest>
}

/** Alice has called Bob, a raw peer, and both talk. */
export async function talk(more: Partial<OutgoingInvite> = {}, answer: ResponseParts = {}): Promise<Talk> {
  const world = new World({ alone: true })
  const bob = new RawPeer(world, '10.0.0.2')
  const events = eventsOf(world.alice.stack.userAgent.invite({ ...callTo(world.bob), uri: 'sip:bob@10.0.0.2', ...more }))
  const invite = await bob.takeRequest('INVITE 1')
  bob.reply(invite, 200, { ...SDP, ...answer })
  const answered = (await world.run(events)).at(-1)
  assert.ok(answered?.kind === 'answered')
  await bob.take('ACK 1')
  const { session } = answered
  const requests = session.requests[Symbol.asyncIterator]()
  return {
    ...{ world, bob, session, invite },
    request: (method, cseq, parts, branch) =>
      bob.request(
        {
          method,
          uri: 'sip:alice@10.0.0.1:5060',
          from: `${invite.headers.get('To')};tag=bob`,
          to: invite.headers.get('From') ?? '',
          callId: session.callId,
          cseq,
          contact: '<sip:bob@10.0.0.2>',
          ...parts,
        },
        branch,
      ),
    next: async () => {
      const result = await world.run(requests.next())
      assert.ok(!result.done)
      return result.value
    },
  }
}
