import { createHash, randomBytes } from 'node:crypto'
import {
  type CallPlan,
  type CallRecords,
  DEFAULT_REGISTRATION_PROFILE,
  type DialPlan,
  type Subscriber,
  type Subscribers,
} from '@klinke/calls'

/** No tenant has it: nothing of a probe stands in anybody's lists. */
const NOBODY = '00000000-0000-0000-0000-000000000000'
/** RFC 2606 §2: no customer can have this domain. */
const DOMAIN = 'probe.invalid'
const NUMBER = 'probe'
const LONGEST_SECONDS = 30

/** Who the exchange is when it calls itself to see whether that works (SLA-01). Its password is made anew at each start and is nowhere written down. */
export interface ProbeAccount {
  readonly domain: string
  readonly username: string
  readonly password: string
  readonly subscriber: Subscriber
}

export function probeAccount(): ProbeAccount {
  const username = `probe-${randomBytes(8).toString('hex')}`
  const password = randomBytes(24).toString('base64url')
  const secret = `${username}:${DOMAIN}:${password}`
  const hash = (algorithm: 'md5' | 'sha256'): string => createHash(algorithm).update(secret).digest('hex')
  const subscriber = {
    ...{ tenantId: NOBODY, extensionId: NOBODY, extensionNumber: NUMBER, username, domain: DOMAIN },
    ...{ ha1: { md5: hash('md5'), sha256: hash('sha256') }, registration: DEFAULT_REGISTRATION_PROFILE },
  }
  return { domain: DOMAIN, username, password, subscriber }
}

/** The accounts with that of the probe. */
export function withProbe(subscribers: Subscribers, { username, domain, subscriber }: ProbeAccount): Subscribers {
  return { find: (name, where) => (name === username && where === domain ? subscriber : subscribers.find(name, where)) }
}

/** The dial plan, by which the probe reaches an echo and nothing else. */
export function withEchoForProbe(dialPlan: DialPlan): DialPlan {
  return (arrival) => {
    const { origin } = arrival
    return origin.kind === 'extension' && origin.subscriber.tenantId === NOBODY ? ECHO : dialPlan(arrival)
  }
}

const PARTY = { tenantId: undefined, extensionId: undefined, number: NUMBER, displayName: undefined }
const ECHO: CallPlan = {
  ...{ kind: 'call', tenantId: NOBODY, direction: 'internal', caller: PARTY, called: PARTY, emergency: false, endsHere: true },
  profile: {
    ...{ ringTimeoutSeconds: 10, mediaInactivitySeconds: 10, sessionExpiresSeconds: 1_800, mediaPath: 'relay' },
    ...{ maxCallSeconds: LONGEST_SECONDS, signalWhenMediaStops: false },
  },
  flow: (call) => call.listenTo({ kind: 'echo' }, PARTY),
}

/** Calls of the probe are in no records: nobody has made them. */
export function withoutProbes(records: CallRecords): CallRecords {
  const isProbe = ({ tenantId }: { readonly tenantId: string }): boolean => tenantId === NOBODY
  return {
    started: (call) => (isProbe(call) ? undefined : records.started(call)),
    answered: (call) => (isProbe(call) ? undefined : records.answered(call)),
    charged: (call) => (isProbe(call) ? undefined : records.charged(call)),
    ended: (call) => (isProbe(call) ? undefined : records.ended(call)),
    alive: (calls, atMs) =>
      records.alive(
        calls.filter((call) => !isProbe(call)),
        atMs,
      ),
    dialled: (call, ...what) => (isProbe(call) ? undefined : records.dialled?.(call, ...what)),
    refused: (request) => records.refused?.(request),
  }
}
