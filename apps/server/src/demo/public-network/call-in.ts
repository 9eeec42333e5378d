import type { Clock, Scope } from '@klinke/foundation'
import type { MediaEngine } from '@klinke/rtp'
import { escapeUri, type PendingInvite, parseSip, printUri, type UserAgent } from '@klinke/sip'
import { CallMedia } from './call-media.ts'
import type { LineBinding } from './customer-line.ts'
import { NETWORK_TONE } from './numbers.ts'
import { talkUntilEnd } from './serve-call.ts'

/** A call that the network is asked to make. */
export interface CallInRequest {
  /** Called number, E.164 with `+`. */
  readonly to: string
  /** Shown caller, E.164 with `+`. */
  readonly from: string
  /** Hangs up after this; absent waits for the other side. */
  readonly seconds?: number
}

/** How far such a call has come. */
export type CallInProgress =
  | { readonly state: 'calling' }
  | { readonly state: 'ringing' }
  | { readonly state: 'answered' }
  | { readonly state: 'ended' }
  /** Final status of the refusal, or 408 without any answer. */
  | { readonly state: 'failed'; readonly status: number }

export interface CallInSurroundings {
  readonly userAgent: UserAgent
  readonly media: MediaEngine
  readonly clock: Clock
  readonly realm: string
}

/** Calls the customer over its registration, plays a tone when answered, and tells how it goes; settles at the end. */
export async function callIn(
  request: CallInRequest,
  binding: LineBinding,
  { userAgent, media: engine, clock, realm }: CallInSurroundings,
  scope: Scope,
  report: (progress: CallInProgress) => void,
): Promise<void> {
  const media = scope.own(new CallMedia(engine, `network-in-${request.to}-${clock.nowMs()}`))
  const pending = userAgent.invite({
    uri: withUser(binding.uri, request.to),
    from: `<sip:${request.from}@${realm}>`,
    to: `<sip:${request.to}@${realm}>`,
    destination: { flow: binding.flow },
    headers: [['P-Asserted-Identity', `<sip:${request.from}@${realm}>`]],
    offer: await media.offer(),
  })
  scope.own({ close: () => pending.cancel() })
  report({ state: 'calling' })
  await talk(pending, request, media, clock, scope, report)
}

async function talk(
  pending: PendingInvite,
  { seconds }: CallInRequest,
  media: CallMedia,
  clock: Clock,
  scope: Scope,
  report: (progress: CallInProgress) => void,
): Promise<void> {
  for await (const event of pending.events) {
    if (event.kind === 'provisional' && event.response.status >= 180) report({ state: 'ringing' })
    if (event.kind === 'failed') {
      report({ state: 'failed', status: event.outcome.kind === 'response' ? event.outcome.response.status : 408 })
    }
    if (event.kind !== 'answered') continue
    if (event.sdp !== undefined) await media.accept(event.sdp)
    await media.play({ kind: 'tone', ...NETWORK_TONE })
    report({ state: 'answered' })
    void scope.spawn(() => media.follow(event.session))
    await talkUntilEnd(event.session, seconds === undefined ? undefined : 1000 * seconds, clock, scope)
    report({ state: 'ended' })
  }
}

/** The registered contact with the called number as its user: the trunk's own number is not the one that is called. */
function withUser(contact: string, user: string): string {
  const uri = parseSip(contact)
  return uri ? printUri({ ...uri, user: escapeUri(user, 'user') }) : contact
}
