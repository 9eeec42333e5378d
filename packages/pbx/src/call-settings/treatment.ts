import type { Refusal } from '@klinke/calls'
import { isOpen } from '../schedules/opening.ts'
import type { Schedule } from '../schedules/schedule.ts'
import type { CallSettings, During, Forwarding, ForwardWhen } from './settings.ts'

/** What the settings look at. */
export interface Situation {
  /** The caller's extension or E.164 number; `anonymous` for who hides. */
  readonly callerNumber: string
  readonly internal: boolean
  readonly nowMs: number
  readonly schedules: ReadonlyMap<string, Schedule>
  /** Something can be rung: a device, or a party that is rung with them. */
  readonly reachable: boolean
  /** The extension is in a call. */
  readonly talking: boolean
  /** It is in as many calls as the product allows. */
  readonly full: boolean
}

/** What happens to a call before anything rings. */
export type Treatment =
  | { readonly kind: 'reject'; readonly why: 'rejected-caller' | 'anonymous-caller' }
  | { readonly kind: 'forward'; readonly forwarding: Forwarding }
  | { readonly kind: 'busy'; readonly why: 'do-not-disturb' | 'ring-block' | 'no-call-waiting' | 'too-many-calls' }
  | { readonly kind: 'ring' }

/**
 * The order counts: unwanted callers first, then where calls always go, then whether the extension can and will ring.
 * A forwarding wins over do not disturb, so that who is away is still represented.
 */
export function treatmentOf(settings: CallSettings, situation: Situation): Treatment {
  if (settings.rejectAnonymous && situation.callerNumber === 'anonymous') return { kind: 'reject', why: 'anonymous-caller' }
  if (isRejected(settings.rejectedCallers, situation.callerNumber)) return { kind: 'reject', why: 'rejected-caller' }
  const always = forwardingFor('always', settings, situation) ?? absent(settings, situation)
  if (always !== undefined) return { kind: 'forward', forwarding: always }
  if (settings.doNotDisturb) return { kind: 'busy', why: 'do-not-disturb' }
  if (!holds(settings.ringsOnly, situation)) return { kind: 'busy', why: 'ring-block' }
  if (!settings.callWaiting && situation.talking) return { kind: 'busy', why: 'no-call-waiting' }
  if (situation.full) return { kind: 'busy', why: 'too-many-calls' }
  return { kind: 'ring' }
}

/** The first active forwarding that fits the caller and the time. */
export function forwardingFor(when: ForwardWhen, settings: CallSettings, situation: Situation): Forwarding | undefined {
  return settings.forwardings.find(
    (forwarding) =>
      forwarding.active &&
      forwarding.when === when &&
      (forwarding.callers === 'all' || (forwarding.callers === 'internal') === situation.internal) &&
      holds(forwarding.during, situation),
  )
}

/** How long the own phones ring; undefined: the profile's time. */
export function ringSecondsOf(settings: CallSettings, situation: Situation): number | undefined {
  return forwardingFor('no-answer', settings, situation)?.afterSeconds ?? settings.ringSeconds ?? undefined
}

/** Which forwarding a refusal calls for. Who declines a call is busy with something else. */
export function forwardWhenOf(cause: Refusal['cause']): ForwardWhen | undefined {
  switch (cause) {
    case 'busy':
    case 'declined':
      return 'busy'
    case 'no-answer':
      return 'no-answer'
    case 'unreachable':
      return 'not-registered'
    default:
      return undefined
  }
}

/** A schedule that is gone holds back nothing. */
export function holds(during: During | null, { schedules, nowMs }: Pick<Situation, 'schedules' | 'nowMs'>): boolean {
  const schedule = during === null ? undefined : schedules.get(during.schedule.targetId)
  return during === null || schedule === undefined || isOpen(schedule, nowMs) === (during.is === 'open')
}

function absent(settings: CallSettings, situation: Situation): Forwarding | undefined {
  return situation.reachable ? undefined : forwardingFor('not-registered', settings, situation)
}

function isRejected(rejected: readonly string[], number: string): boolean {
  return rejected.some((entry) => (entry.endsWith('*') ? number.startsWith(entry.slice(0, -1)) : entry === number))
}
