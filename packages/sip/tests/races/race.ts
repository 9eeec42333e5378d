import assert from 'node:assert/strict'
import { below, type Random, seededRandom, sleep, uniform } from '@klinke/foundation'
import { type LinkConditions, LOSSY_LINK, PERFECT_LINK } from '@klinke/testbed'
import type { ReferralProgress } from '../../src/refer/referral.ts'
import { ANSWER, callTo, OFFER, World } from '../../src/test-support/world.ts'
import type { InviteSession } from '../../src/user-agent/session.ts'
import type { IncomingInvite, PendingInvite } from '../../src/user-agent/user-agent.ts'

/** Loss at which a retransmitted message practically always arrives within 64·T1. */
const BAD_LINK: LinkConditions = { delayMs: 80, jitterMs: 120, loss: 0.25, duplicate: 0.2, reorder: 0.2 }

const LINKS: readonly LinkConditions[] = [PERFECT_LINK, LOSSY_LINK, LOSSY_LINK, BAD_LINK]

const LONGEST_PAUSE_MS = 4000

/** What one run has seen; the invariants are about these. */
export interface RaceResult {
  readonly callerOutcome: 'answered' | 'failed'
  readonly accepted: boolean
}

/**
 * One call in which everybody may do everything at any moment: ring, answer, refuse, cancel, change the session, hang up.
 * Fails when a side does not end, an outcome is missing or given twice, or anything is left behind.
 */
export async function race(seed: number): Promise<RaceResult> {
  const random = seededRandom(seed)
  const world = new World({ seed, conditions: LINKS[below(random, LINKS.length)] ?? PERFECT_LINK })
  let accepted = false
  const answering = answer(world, random).then((session) => {
    accepted = session !== undefined
    return session && live(session, world, random)
  })
  const transport = uniform(random) < 0.3 ? ';transport=tcp' : ''
  const offered = uniform(random) < 0.85
  const pending = world.alice.stack.userAgent.invite({
    ...callTo(world.bob, {
      uri: `sip:bob@10.0.0.2${transport}`,
      credentials: { username: 'alice', password: 'secret' },
      ...(uniform(random) < 0.3 && { sessionExpiresSeconds: 90 }),
      reliableProvisional: uniform(random) < 0.3 ? 'required' : 'supported',
    }),
    ...(offered ? { offer: OFFER } : {}),
  })
  if (transport !== '' && uniform(random) < 0.4) void cutSometime(world, random)
  if (uniform(random) < 0.4) void cancelSometime(pending, world, random)
  try {
    const callerOutcome = await world.run(outcome(pending, world, random))
    world.bob.invites.close()
    await world.run(answering)
    await world.assertQuiet()
    return { callerOutcome, accepted }
  } catch (cause) {
    throw new Error(`seed ${seed}:\n${world.network.trace}`, { cause })
  }
}

async function cancelSometime(pending: PendingInvite, world: World, random: Random): Promise<void> {
  await sleep(world.clock, below(random, LONGEST_PAUSE_MS))
  pending.cancel()
}

/** Every connection breaks, in the middle of whatever goes on. */
async function cutSometime(world: World, random: Random): Promise<void> {
  await sleep(world.clock, below(random, 3 * LONGEST_PAUSE_MS))
  for (const flow of world.alice.host.openStreams) world.alice.host.cut(flow)
}

async function outcome(pending: PendingInvite, world: World, random: Random): Promise<'answered' | 'failed'> {
  const outcomes: ('answered' | 'failed')[] = []
  for await (const event of pending.events) {
    if (event.kind === 'provisional') {
      if (event.sdp !== undefined) changeEarly(pending, world, random)
      continue
    }
    outcomes.push(event.kind)
    if (event.kind === 'failed') continue
    event.session.acknowledge(ANSWER)
    await live(event.session, world, random)
  }
  assert.equal(outcomes.length, 1, 'one outcome')
  return outcomes[0] ?? 'failed'
}

async function answer(world: World, random: Random): Promise<InviteSession | undefined> {
  const invite = await world.bob.invites.receive()
  if (!invite) return undefined
  if (uniform(random) < 0.2) return answerChallenged(invite, world, random)
  return decide(invite, world, random)
}

/** Asks for credentials first, as a carrier does. */
function answerChallenged(invite: IncomingInvite, world: World, random: Random): Promise<InviteSession | undefined> {
  if (invite.request.headers.has('Proxy-Authorization')) return decide(invite, world, random)
  invite.reject(407, { headers: [['Proxy-Authenticate', `Digest realm="bob", nonce="${random.uint32()}", algorithm=MD5, qop="auth"`]] })
  return answer(world, random)
}

async function decide(invite: IncomingInvite, world: World, random: Random): Promise<InviteSession | undefined> {
  await pause(invite, world, random)
  if (uniform(random) < 0.7) invite.progress(180, { reliable: uniform(random) < 0.5 })
  await pause(invite, world, random)
  if (uniform(random) < 0.5) {
    invite.progress(183, { sdp: ANSWER, reliable: uniform(random) < 0.7 })
    changeEarly(invite, world, random)
  }
  await pause(invite, world, random)
  if (uniform(random) < 0.75) return invite.accept({ sdp: ANSWER })
  invite.reject(486)
  return undefined
}

/** Sometimes one side wants other media before the answer, and the other decides so or so, or not at all. */
function changeEarly(invite: IncomingInvite | PendingInvite, world: World, random: Random): void {
  if (uniform(random) < 0.8) {
    invite.decideEarlyOffers((offer) => {
      if (uniform(random) < 0.7) offer.answer(ANSWER)
      else if (uniform(random) < 0.5) offer.reject(488)
    })
  }
  if (uniform(random) < 0.6) world.clock.after(below(random, LONGEST_PAUSE_MS), () => void invite.update(OFFER))
}

async function pause(invite: IncomingInvite, world: World, random: Random): Promise<void> {
  if (uniform(random) < 0.5) await sleep(world.clock, below(random, LONGEST_PAUSE_MS), invite.abandoned).catch(() => undefined)
}

/** A session with a will of its own: it answers what the peer asks, asks for changes, and hangs up in the end. */
async function live(session: InviteSession, world: World, random: Random): Promise<void> {
  void answerRequests(session, random)
  const changes = below(random, 3)
  for (let i = 0; i < changes; i++) {
    await sleep(world.clock, below(random, LONGEST_PAUSE_MS))
    const method = uniform(random) < 0.3 ? 'UPDATE' : 'INVITE'
    const changed = uniform(random) < 0.7 ? session.offer(OFFER, method) : session.askForOffer()
    if (uniform(random) < 0.7) await changed
    if (uniform(random) < 0.3) session.acknowledge(ANSWER)
    else void changed.then((result) => result.kind === 'answered' && session.acknowledge(ANSWER))
  }
  if (uniform(random) < 0.3) void session.request('INFO', { body: 'Signal=1', contentType: 'application/dtmf-relay' })
  if (uniform(random) < 0.3) session.refer({ target: { uri: 'sip:carol@10.0.0.3' }, silent: uniform(random) < 0.3 })
  const seconds = uniform(random) < 0.1 ? 400 : 5
  await sleep(world.clock, below(random, seconds * 1000))
  await session.bye()
  await session.ended
}

/** Sometimes the last word on a transfer never comes. */
function report(progress: ReferralProgress, random: Random): void {
  progress.tell(180)
  if (uniform(random) < 0.7) progress.tell(uniform(random) < 0.5 ? 200 : 486)
}

async function answerRequests(session: InviteSession, random: Random): Promise<void> {
  for await (const request of session.requests) {
    const will = uniform(random)
    if (will < 0.1) continue
    if (request.kind === 'request') request.respond(200)
    else if (request.kind === 'refer') report(request.accept(), random)
    else if (will < 0.2) request.reject(488)
    else if (request.kind === 'offer') request.answer(ANSWER)
    else void request.offer(OFFER)
  }
}
