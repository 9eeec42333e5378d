import { type Clock, type Scope, sleep, unreachable } from '@klinke/foundation'
import type { MediaEngine, MediaSource } from '@klinke/rtp'
import type { IncomingInvite, InviteSession } from '@klinke/sip'
import { CallMedia } from './call-media.ts'
import { type Behaviour, NETWORK_TONE } from './numbers.ts'

/** How long a number of the network rings before it answers. */
const RING_MS = 400

export interface CallSurroundings {
  readonly media: MediaEngine
  readonly clock: Clock
}

/** Does with a call from the customer what the called number is there for; settles when the call is over. */
export function serveCall(invite: IncomingInvite, behaviour: Behaviour, { media, clock }: CallSurroundings, scope: Scope): Promise<void> {
  switch (behaviour.kind) {
    case 'busy':
      return refuse(invite, 486)
    case 'unassigned':
      return refuse(invite, 404)
    case 'no-answer':
      return ring(invite, scope)
    case 'echo':
      return talk(invite, { kind: 'echo' }, undefined, media, clock, scope)
    case 'tone':
      return talk(invite, behaviour, undefined, media, clock, scope)
    case 'hang-up-after':
      return talk(invite, { kind: 'tone', ...NETWORK_TONE }, 1000 * behaviour.seconds, media, clock, scope)
    default:
      return unreachable(behaviour)
  }
}

function refuse(invite: IncomingInvite, status: number): Promise<void> {
  invite.reject(status)
  return Promise.resolve()
}

async function ring(invite: IncomingInvite, scope: Scope): Promise<void> {
  invite.progress(180)
  await scope.race(whenAborted(invite.abandoned))
}

async function talk(
  invite: IncomingInvite,
  source: MediaSource,
  hangUpAfterMs: number | undefined,
  engine: MediaEngine,
  clock: Clock,
  scope: Scope,
): Promise<void> {
  invite.progress(180)
  await sleep(clock, RING_MS, AbortSignal.any([invite.abandoned, scope.signal]))
  const media = scope.own(new CallMedia(engine, `network-${invite.localTag}`))
  const session = await answer(invite, media)
  await media.play(source)
  void scope.spawn(() => media.follow(session))
  await talkUntilEnd(session, hangUpAfterMs, clock, scope)
}

async function answer(invite: IncomingInvite, media: CallMedia): Promise<InviteSession> {
  if (invite.offer !== undefined) return invite.accept({ sdp: await media.answer(invite.offer) })
  const session = invite.accept({ sdp: await media.offer() })
  const { sdp } = await session.established
  if (sdp !== undefined) await media.accept(sdp)
  return session
}

/** Waits until the other side hangs up, or hangs up itself after the time or when the scope ends. */
export async function talkUntilEnd(session: InviteSession, hangUpAfterMs: number | undefined, clock: Clock, scope: Scope): Promise<void> {
  const over = session.ended.then(() => undefined)
  const limit = hangUpAfterMs === undefined ? whenAborted(scope.signal) : sleep(clock, hangUpAfterMs, scope.signal)
  // The end of the scope ends the call as the time limit does.
  await Promise.race([over, limit.catch(() => undefined)])
  await session.bye()
}

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
