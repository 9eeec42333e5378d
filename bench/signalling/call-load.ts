import { Sipp } from '@klinke/testbed'
import { LOAD } from './cores.ts'
import type { Attempt } from './highest-rate.ts'
import { CALLED_PARTY, CALLER } from './scenarios.ts'
import { attemptOf } from './sipp-attempt.ts'

const ATTEMPT_SECONDS = 5
/** How long an attempt may take beyond the time in which its calls are offered. */
const GRACE_MS = 7_000
const BUFFERS = ['-buff_size', '4000000']
/** More calls than any run makes: it is stopped, not finished. */
const ENDLESS = 100_000_000

export interface CallLoad {
  readonly target: { readonly address: string; readonly port: number }
  readonly caller: { readonly username: string; readonly password: string }
  readonly called: string
  readonly domain: string
}

/** The called party of all calls, on core 1. */
export function startCalledParty(port: number, domain: string): Promise<Sipp> {
  const variables = { user: 'called', peer: 'caller', domain }
  return Sipp.start({
    scenario: CALLED_PARTY,
    calls: ENDLESS,
    localPort: port,
    variables,
    keepErrors: false,
    keepMessages: false,
    under: LOAD,
    arguments: BUFFERS,
  })
}

/** A caller on core 1 that makes `calls` calls of `heldMs` each. */
export function startCaller(load: CallLoad, calls: number, perSecond: number, heldMs: number): Promise<Sipp> {
  const { caller, called, domain, target } = load
  const credentials = ['-au', caller.username, '-ap', caller.password, '-auth_uri', `${called}@${domain}`]
  return Sipp.start({
    scenario: CALLER,
    remote: target,
    calls,
    callsPerSecond: Math.round(perSecond),
    concurrentCalls: Math.max(calls, 10),
    variables: { user: caller.username, peer: called, domain },
    keepErrors: false,
    keepMessages: false,
    under: LOAD,
    arguments: [...BUFFERS, '-d', String(heldMs), ...credentials],
  })
}

/** Offers calls at one rate, for five seconds unless said otherwise. */
export async function offerCalls(load: CallLoad, perSecond: number, seconds = ATTEMPT_SECONDS): Promise<Attempt> {
  const calls = Math.round(perSecond * seconds)
  await using caller = await startCaller(load, calls, perSecond, 0)
  return await attemptOf(caller, calls, perSecond, 1000 * seconds + GRACE_MS)
}
