import { Sipp } from '@klinke/testbed'
import { LOAD } from './cores.ts'
import type { Attempt } from './highest-rate.ts'
import { REGISTRATION } from './scenarios.ts'
import { attemptOf } from './sipp-attempt.ts'

/** Devices of one extension (DEV-01). */
export const CONTACTS_PER_USER = 4
const GRACE_MS = 8000

export interface RegistrationLoad {
  readonly target: { readonly address: string; readonly port: number }
  /** Where all registrations come from: the contacts stay the same from attempt to attempt. */
  readonly localPort: number
  readonly domain: string
  readonly password: string
}

/** Makes `count` registrations at one rate from core 1: each user in turn, then each user's next contact. */
export async function offerRegistrations(
  load: RegistrationLoad,
  users: readonly string[],
  count: number,
  perSecond: number,
): Promise<Attempt> {
  const { target, localPort, domain, password } = load
  await using sipp = await Sipp.start({
    scenario: REGISTRATION,
    remote: target,
    localPort,
    calls: count,
    callsPerSecond: Math.round(perSecond),
    concurrentCalls: Math.round(2 * perSecond),
    injection: Array.from({ length: count }, (_, index) => {
      const user = users[index % users.length] ?? ''
      const device = Math.floor(index / users.length) % CONTACTS_PER_USER
      return `${user};[authentication username=${user} password=${password}];${user}-${device}`
    }),
    variables: { domain },
    keepErrors: false,
    keepMessages: false,
    under: LOAD,
    arguments: ['-buff_size', '4000000', '-auth_uri', domain],
  })
  return await attemptOf(sipp, count, perSecond, (2000 * count) / perSecond + GRACE_MS)
}
