import type { CallDestination } from '../destinations/destination.ts'
import type { CallSettings, Forwarding, ForwardWhen } from './settings.ts'

/**
 * Switches the forwarding for everybody at any time on, to `to` or to where it led last; undefined when it never led
 * anywhere. Forwardings for some callers or times stay as they are, and go before it.
 */
export function forwardingTo(settings: CallSettings, when: ForwardWhen, to: CallDestination | undefined): CallSettings | undefined {
  const last = settings.forwardings.find((forwarding) => isPlain(forwarding, when))
  const target = to ?? last?.to
  if (target === undefined) return undefined
  const plain: Forwarding = { when, to: target, active: true, callers: 'all', during: null, afterSeconds: last?.afterSeconds ?? null }
  return { ...settings, forwardings: [...settings.forwardings.filter((forwarding) => forwarding !== last), plain] }
}

/** Switches forwardings off, those for some callers or times too; where they led is kept. */
export function forwardingsOff(settings: CallSettings, when?: ForwardWhen): CallSettings {
  const off = (forwarding: Forwarding) => (when === undefined || forwarding.when === when ? { ...forwarding, active: false } : forwarding)
  return { ...settings, forwardings: settings.forwardings.map(off) }
}

function isPlain(forwarding: Forwarding, when: ForwardWhen): boolean {
  return forwarding.when === when && forwarding.callers === 'all' && forwarding.during === null
}
