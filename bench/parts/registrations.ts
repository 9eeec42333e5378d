import { freePort, isInstalled } from '@klinke/testbed'
import type { Figure } from '../figure.ts'
import type { Log, Part } from '../part.ts'
import { BENCH_DOMAIN, benchExtensions, PASSWORD } from '../signalling/bench-tenant.ts'
import { highestRate } from '../signalling/highest-rate.ts'
import { Kamailio } from '../signalling/kamailio.ts'
import { treeMib } from '../signalling/process-tree.ts'
import { CONTACTS_PER_USER, offerRegistrations, type RegistrationLoad } from '../signalling/registration-load.ts'
import { UnderTest } from '../signalling/under-test.ts'

const CONTACTS = 100_000
const START_PER_SECOND = 2000
const ATTEMPT_SECONDS = 4

interface Measured {
  readonly perSecond: number
  readonly mib: number
}

/** REGISTER with digest challenge up to 100,000 contacts, and the memory they take; beside it Kamailio's registrar. */
export const registrations: Part = {
  name: 'registrations',
  async run(log) {
    log(`Klinke: registrations per second, ${CONTACTS.toLocaleString('en-US')} contacts`)
    const klinke = await klinkeRegistrar(log)
    const kamailio = isInstalled('kamailio') ? await kamailioRegistrar(log) : undefined
    const rate: Figure = { what: 'registrations with digest challenge', value: klinke.perSecond, unit: '/s', atLeast: 3000 }
    const memory: Figure = { what: 'memory with 100,000 contacts', value: klinke.mib, unit: 'MiB', atMost: 600 }
    if (!kamailio) return [rate, memory]
    const name = 'Kamailio registrar'
    return [
      { ...rate, peer: { name, value: kamailio.perSecond } },
      { ...memory, peer: { name, value: kamailio.mib } },
    ]
  },
}

async function klinkeRegistrar(log: Log): Promise<Measured> {
  await using underTest = await UnderTest.start()
  const perSecond = await measure(underTest.sip, log)
  return { perSecond, mib: underTest.mainMib() }
}

async function kamailioRegistrar(log: Log): Promise<Measured> {
  log('Kamailio: registrations per second')
  await using registrar = await Kamailio.registrar(PASSWORD)
  const target = { address: '127.0.0.1', port: registrar.port }
  const perSecond = await measure(target, log)
  return { perSecond, mib: treeMib(registrar.pid) }
}

/** Finds the rate with as many registrations as it needs, then makes all of them, so that memory is read with all contacts there. */
async function measure(target: RegistrationLoad['target'], log: Log): Promise<number> {
  const load = { target, localPort: await freePort(), domain: BENCH_DOMAIN, password: PASSWORD }
  const users = benchExtensions(CONTACTS / CONTACTS_PER_USER)
  const rate = await highestRate({
    startPerSecond: START_PER_SECOND,
    attempt: (perSecond) => offerRegistrations(load, users, Math.round(ATTEMPT_SECONDS * perSecond), perSecond),
    log,
  })
  const whole = await offerRegistrations(load, users, CONTACTS, Math.max(500, 0.5 * rate))
  log(`  all: ${whole.done} registered, ${whole.failed} failed`)
  return rate
}
