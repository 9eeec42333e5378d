import type { CauseCode } from '../causes.ts'
import type { Finding } from '../diagnose.ts'
import type { Evidence } from '../evidence.ts'

/** Decisions after which a call ends unless something else is done with it; so the last of them is the reason. */
const DECIDED: Readonly<Record<string, CauseCode>> = {
  'too-many-calls': 'call-limit',
  'do-not-disturb': 'do-not-disturb',
  'ring-block': 'outside-ring-times',
  'no-call-waiting': 'no-call-waiting',
  'rejected-caller': 'rejected-caller',
  'anonymous-caller': 'anonymous-rejected',
  'not-registered': 'device-offline',
  'number-unassigned': 'number-unassigned',
  'not-a-number': 'not-a-number',
  'unknown-feature-code': 'unknown-feature-code',
  'destination-gone': 'destination-gone',
  'destination-unserved': 'destination-gone',
  'goes-round': 'goes-round',
  'logged-off': 'logged-off-phone',
  'wrong-pin': 'pin-wrong',
  'turned-away': 'pin-wrong',
  'conference-pin-wrong': 'pin-wrong',
  'queue-full': 'queue-full',
  'group-full': 'queue-full',
  'queue-no-agent': 'queue-no-agent',
  'queue-all-busy': 'queue-all-busy',
  'queue-closed': 'queue-closed',
  'queue-max-wait': 'queue-gave-up',
  'no-carrier': 'no-carrier',
  'no-outgoing-number': 'no-outgoing-number',
  barred: 'barred',
  'channels-in-use': 'channels-in-use',
  'carrier-full': 'channels-in-use',
  'call-rate': 'call-rate',
  'identity-refused': 'number-not-allowed',
  'caller-forbidden': 'caller-forbidden',
  'spam-rejected': 'spam-rejected',
  'guard-agent': 'guard-agent',
  'guard-lock': 'guard-lock',
  'guard-country': 'guard-country',
  'guard-international': 'guard-limit',
  'guard-limit': 'guard-limit',
  'prepaid-credit': 'no-credit',
}

/** These begin another attempt: what was decided before them is no longer the reason. */
const GOES_ON = new Set(['ring-extension', 'ring-members', 'ring-agents', 'follow-me', 'external', 'carrier-selected'])

/** The setting or the state of the PBX by which the call ended. */
export function settingThatDecided({ steps, direction }: Evidence): Finding | undefined {
  for (const { step, detail } of steps.toReversed()) {
    const code = DECIDED[step]
    if (code !== undefined) return { code, facts: { detail: code === 'anonymous-rejected' ? direction : detail } }
    if (GOES_ON.has(step)) return undefined
  }
  return undefined
}
