import { freePort, isInstalled } from '@klinke/testbed'
import type { Figure } from '../figure.ts'
import type { Log, Part } from '../part.ts'
import { type CallLoad, offerCalls, startCalledParty } from '../signalling/call-load.ts'
import { type Attempt, MOST_FAILED } from '../signalling/highest-rate.ts'
import { Kamailio } from '../signalling/kamailio.ts'
import { UnderTest } from '../signalling/under-test.ts'

const RATES = [1000, 1500]
/** Longer than all transactions linger (64·T1, RFC 3261 §17), so that what is kept of ended calls has reached its full size. */
const SECONDS = 60
/** More than one core carries, for long enough that queues and repetitions would bury a server that does not refuse. */
const OVERLOAD = { perSecond: 3000, seconds: 15 }
/** What comes at an easy rate right after the overload must be served. */
const AFTERWARDS = { perSecond: 500, seconds: 10 }
const WARM_UP = { perSecond: 500, seconds: 5 }

/** Whether a rate holds for a minute, and what remains of service under overload and right after it. */
export const sustainedCalls: Part = {
  name: 'sustained-calls',
  async run(log) {
    log(`Klinke: calls at one rate for ${SECONDS} s, then too many`)
    const figures = await klinke(log)
    if (!isInstalled('kamailio')) return figures
    const peer = { name: 'Kamailio, stateful proxy without digest', value: (await kamailio(log)).failed }
    return figures.map((figure, index) => (index === 0 ? { ...figure, peer } : figure))
  },
}

async function klinke(log: Log): Promise<readonly Figure[]> {
  await using underTest = await UnderTest.start()
  const { load, calledPort } = await underTest.callLoad()
  await using called = await startCalledParty(calledPort, load.domain)
  log(`  called party: sipp ${called.pid}`)
  await offerCalls(load, WARM_UP.perSecond, WARM_UP.seconds)
  const figures: Figure[] = []
  for (const perSecond of RATES) {
    const attempt = await offerCalls(load, perSecond, SECONDS)
    log(describe(attempt))
    figures.push(failedOf(attempt, `calls failed of ${attempt.done + attempt.failed} at ${perSecond}/s over ${SECONDS} s`))
  }
  figures.push({ what: 'resident memory after that, main process', value: underTest.mainMib(), unit: 'MiB' })
  const overload = await offerCalls(load, OVERLOAD.perSecond, OVERLOAD.seconds)
  log(describe(overload))
  figures.push({ what: `calls done per second when ${OVERLOAD.perSecond}/s are offered`, value: overload.donePerSecond, unit: '/s' })
  const after = await offerCalls(load, AFTERWARDS.perSecond, AFTERWARDS.seconds)
  log(describe(after))
  figures.push(failedOf(after, `calls failed of ${after.done + after.failed} at ${AFTERWARDS.perSecond}/s right after that`))
  return figures
}

async function kamailio(log: Log): Promise<Attempt> {
  log(`Kamailio: ${RATES[0]} calls per second for ${SECONDS} s through a bare stateful proxy`)
  const calledPort = await freePort()
  await using called = await startCalledParty(calledPort, 'klinke.test')
  await using proxy = await Kamailio.proxyTo(called.port, 'stateful')
  const caller = { username: '10', password: 'unused' }
  const load: CallLoad = { target: { address: '127.0.0.1', port: proxy.port }, caller, called: '11', domain: 'klinke.test' }
  const attempt = await offerCalls(load, RATES[0] ?? 0, SECONDS)
  log(describe(attempt))
  return attempt
}

function failedOf({ failed, done }: Attempt, what: string): Figure {
  return { what, value: failed, unit: 'calls', atMost: MOST_FAILED * (done + failed) }
}

function describe({ offeredPerSecond, donePerSecond, failed, complaint }: Attempt): string {
  return `  ${offeredPerSecond}/s offered: ${Math.round(donePerSecond)}/s done, ${failed} failed${failed === 0 ? '' : ` (${complaint})`}`
}
