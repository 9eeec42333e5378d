import { freePort, isInstalled } from '@klinke/testbed'
import type { Figure } from '../figure.ts'
import type { Log, Part } from '../part.ts'
import { type CallLoad, offerCalls, startCalledParty } from '../signalling/call-load.ts'
import { highestRate } from '../signalling/highest-rate.ts'
import { Kamailio, type ProxyKind } from '../signalling/kamailio.ts'
import { UnderTest } from '../signalling/under-test.ts'

const START_PER_SECOND = 600
/** What a call costs is read at a rate that is easily carried. */
const COST_PER_SECOND = 500
const KAMAILIO_START_PER_SECOND = 1500

/** Calls set up and torn down per second, extension to extension, signalling only; beside it Kamailio as a bare proxy. */
export const calls: Part = {
  name: 'calls',
  async run(log) {
    log('Klinke: calls per second through the B2BUA, with digest and call records')
    const { perSecond, mainMicroseconds, allMicroseconds } = await klinke(log)
    const figure: Figure = { what: 'calls set up and torn down', value: perSecond, unit: '/s', atLeast: 1000 }
    const costs: readonly Figure[] = [
      { what: 'processor time of a call, main process', value: mainMicroseconds, unit: 'µs' },
      { what: 'processor time of a call, with the database', value: allMicroseconds, unit: 'µs' },
    ]
    if (!isInstalled('kamailio')) return [figure, ...costs]
    const stateless = { name: 'Kamailio, stateless proxy without digest', value: await kamailio('stateless', log) }
    const stateful = { name: 'Kamailio, stateful proxy without digest', value: await kamailio('stateful', log) }
    return [{ ...figure, peer: stateless }, { ...figure, peer: stateful }, ...costs]
  },
}

interface Measured {
  readonly perSecond: number
  readonly mainMicroseconds: number
  readonly allMicroseconds: number
}

async function klinke(log: Log): Promise<Measured> {
  await using underTest = await UnderTest.start()
  const { load, calledPort } = await underTest.callLoad()
  await using called = await startCalledParty(calledPort, load.domain)
  log(`  called party: sipp ${called.pid}`)
  // The first calls are more expensive than all that follow: the code is not compiled yet.
  await offerCalls(load, COST_PER_SECOND)
  const before = underTest.processorMs()
  const { done } = await offerCalls(load, COST_PER_SECOND)
  const after = underTest.processorMs()
  const each = (ms: number): number => (1000 * ms) / Math.max(1, done)
  const perSecond = await highestRate({ startPerSecond: START_PER_SECOND, attempt: (rate) => offerCalls(load, rate), log })
  return { perSecond, mainMicroseconds: each(after.main - before.main), allMicroseconds: each(after.all - before.all) }
}

async function kamailio(kind: ProxyKind, log: Log): Promise<number> {
  log(`Kamailio: calls per second through a bare ${kind} proxy`)
  const calledPort = await freePort()
  await using called = await startCalledParty(calledPort, 'klinke.test')
  await using proxy = await Kamailio.proxyTo(called.port, kind)
  const caller = { username: '10', password: 'unused' }
  const load: CallLoad = { target: { address: '127.0.0.1', port: proxy.port }, caller, called: '11', domain: 'klinke.test' }
  return await highestRate({ startPerSecond: KAMAILIO_START_PER_SECOND, attempt: (perSecond) => offerCalls(load, perSecond), log })
}
