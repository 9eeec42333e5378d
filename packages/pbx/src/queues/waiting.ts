import { type Call, FaxCalls, type Leg } from '@klinke/calls'
import { sleep } from '@klinke/foundation'
import type { MediaSource } from '@klinke/rtp'
import type { CallContext } from '../calls/context.ts'
import { onDuty } from '../teams/team.ts'
import { contextNow, freeAgents, rungAgents } from './agents.ts'
import { type AnnouncementKind, nextAnnouncements } from './announcements.ts'
import type { LiveQueue, LiveQueues } from './live-queue.ts'
import type { RestingCallback } from './resting-callback.ts'
import { ringAgents } from './ring-agents.ts'
import type { CallQueue } from './rules.ts'
import { spoken, wordsOf } from './sounds.ts'
import type { Visit } from './visit.ts'
import { canBeCalled, type Place } from './waiting-line.ts'

/** What came of waiting. */
export type WaitEnd =
  | { readonly kind: 'answered'; readonly leg: Leg }
  | { readonly kind: 'max-wait' }
  | { readonly kind: 'no-agent' }
  | { readonly kind: 'exit' }
  | { readonly kind: 'callback' }

/** One who waits on the line, and all that it takes to serve it. */
export interface Waiting {
  readonly call: Call
  readonly place: Place
  readonly team: CallQueue
  readonly queue: LiveQueue
  readonly queues: LiveQueues
  readonly context: CallContext
  /** Something can be played to the caller. */
  readonly audible: boolean
  /** When this call came in, on the axis of `Clock.nowMs`; its place may be older. */
  readonly sinceMs: number
  /** The callback that the caller was promised before. */
  readonly resting: RestingCallback | undefined
  readonly visit: Visit
}

/** Waits in line, with music and announcements, until an agent has answered or something else happens. */
export async function waitForAgent(waiting: Waiting): Promise<WaitEnd> {
  const { call, audible, queue } = waiting
  const over = new AbortController()
  let wish: 'exit' | 'callback' | undefined
  const deaf = call.principal.digits.listen((digit) => {
    wish = wishOf(digit, waiting.team)
    if (wish === undefined) return
    call.ringing?.giveUp()
    queue.changed()
  })
  const heard: Heard = { words: false }
  // Rejects when the call ends, which ends the waiting too.
  if (audible) announce(waiting, heard, over.signal).catch(() => undefined)
  let fax: FaxCalls | undefined
  // A fax machine is to wait no longer, whatever it hears meanwhile.
  call.fax?.during(call.principal.endpoint, aborted(over.signal)).catch((error: unknown) => {
    if (!(error instanceof FaxCalls)) return
    fax = error
    call.ringing?.giveUp()
    queue.changed()
  })
  const wished = (): typeof wish => {
    if (fax !== undefined) throw fax
    return wish
  }
  try {
    const end = await served(waiting, wished)
    over.abort()
    // Until the agent has heard who waits the caller hears music, not the rest of a sentence and silence after it.
    if (end.kind === 'answered' && heard.words) await call.startPlaying(musicOf(waiting))
    return end
  } finally {
    over.abort()
    deaf()
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}

/** What the caller hears now: words (the music is over), or music. */
interface Heard {
  words: boolean
}

function musicOf({ context: { tenant, pbx } }: Waiting): MediaSource {
  return pbx.prompts.holdMusic(tenant)
}

async function served(waiting: Waiting, wish: () => 'exit' | 'callback' | undefined): Promise<WaitEnd> {
  const { call, place, queue, queues } = waiting
  for (;;) {
    const asked = wish()
    if (asked !== undefined) return { kind: asked }
    const context = contextNow(waiting.context)
    const team = context.tenant.queues.get(waiting.team.id) ?? waiting.team
    const leftSeconds = (team.settings.maxWaitSeconds ?? Number.POSITIVE_INFINITY) - onLineSeconds(waiting)
    if (leftSeconds <= 0) return { kind: 'max-wait' }
    if (team.settings.whenNoAgent !== null && onDuty(team).length === 0) return { kind: 'no-agent' }
    const agents = queue.line.next === place ? rungAgents(freeAgents(team, queue, queues.turns, context), team) : []
    const [first] = agents
    if (first === undefined) {
      await call.scope.race(queue.change())
      continue
    }
    queues.turns.taken(team.id, first.id)
    queue.line.engage(place, true)
    try {
      const outcome = await ringAgents(call, agents, Math.min(team.settings.agentSeconds, leftSeconds), queue, team, context)
      if (outcome.kind === 'answered') return outcome
    } finally {
      queue.line.engage(place, false)
    }
  }
}

function wishOf(digit: string, { settings }: CallQueue): 'exit' | 'callback' | undefined {
  if (digit === settings.exit?.key) return 'exit'
  return digit === settings.callback?.key ? 'callback' : undefined
}

export function waitedSeconds({ place, context }: { readonly place: Place; readonly context: Pick<CallContext, 'exchange'> }): number {
  return (context.exchange.clock.nowMs() - place.sinceMs) / 1000
}

/** Who has kept its place by a promised callback may have waited much longer than it has been on the line. */
function onLineSeconds({ sinceMs, context }: Waiting): number {
  return (context.exchange.clock.nowMs() - sinceMs) / 1000
}

/** Music, and the announcements when their time has come, until `signal`. */
async function announce(waiting: Waiting, heard: Heard, signal: AbortSignal): Promise<void> {
  const { call, team, context } = waiting
  const either = AbortSignal.any([signal, call.scope.signal])
  await call.startPlaying(musicOf(waiting))
  for (;;) {
    const waited = onLineSeconds(waiting)
    const next = nextAnnouncements(team.settings.announcements, waited)
    if (next === undefined) return
    await sleep(context.exchange.clock, (next.atSeconds - waited) * 1000, either)
    for (const kind of next.kinds) {
      await say(kind, waiting, heard)
      if (signal.aborted) return
    }
    if (heard.words) await call.startPlaying(musicOf(waiting))
    heard.words = false
  }
}

/** Said in the background, so that ringing an agent does not cut it off. */
async function say(kind: AnnouncementKind, { call, place, team, queue, context }: Waiting, heard: Heard): Promise<void> {
  const agents = onDuty(contextNow(context).tenant.queues.get(team.id) ?? team).length
  const words = wordsOf(kind, queue.line.positionOf(place), queue.estimateFor(place, agents), team.settings)
  // Nobody is offered what it cannot have.
  if (words === undefined || (words.kind === 'callback' && !canBeCalled(place))) return
  heard.words = true
  const playback = await call.startPlaying(spoken(words, context))
  await call.scope.race(playback.ended)
}
