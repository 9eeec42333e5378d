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
/** Memory is read after registering at this rate, which is carried: an overload would leave garbage of its own behind. */
const MEMORY_PER_SECOND = 3000
/** Until all transactions are forgotten and the engine, with nothing else to do, has tidied up. */
const SETTLE_MS = 75_000

const USERS = benchExtensions(CONTACTS / CONTACTS_PER_USER)

/** REGISTER with digest challenge, and the memory that 100,000 contacts take, each in a process of its own; beside it Kamailio's registrar. */
export const registrations: Part = {
  name: 'registrations',
  async run(log) {
    log('Klinke: registrations per second')
    const perSecond = await klinkeRate(log)
    log(`Klinke: memory with ${CONTACTS.toLocaleString('en-US')} contacts`)
    const memory = await klinkeMemory(log)
    const rate: Figure = { what: 'registrations with digest challenge', value: perSecond, unit: '/s', atLeast: 3000 }
    const resident: Figure = {
      ...{ what: `memory with 100,000 contacts, just registered at ${MEMORY_PER_SECOND}/s`, value: memory.justRegisteredMib },
      ...{ unit: 'MiB', atMost: 600 },
    }
    const settled: Figure = { what: 'the same a minute later', value: memory.settledMib, unit: 'MiB' }
    if (!isInstalled('kamailio')) return [rate, resident, settled]
    const kamailio = await kamailioRegistrar(log)
    const name = 'Kamailio registrar'
    const mib = { name, value: kamailio.mib }
    return [
      { ...rate, peer: { name, value: kamailio.perSecond } },
      { ...resident, peer: mib },
      { ...settled, peer: mib },
    ]
  },
}

async function klinkeRate(log: Log): Promise<number> {
  await using underTest = await UnderTest.start()
  return await rateOf(await loadOn(underTest.sip), log)
}

async function klinkeMemory(log: Log): Promise<{ readonly justRegisteredMib: number; readonly settledMib: number }> {
  await using underTest = await UnderTest.start()
  await registerAll(await loadOn(underTest.sip), MEMORY_PER_SECOND, log)
  const justRegisteredMib = underTest.mainMib()
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
  return { justRegisteredMib, settledMib: underTest.mainMib() }
}

async function kamailioRegistrar(log: Log): Promise<{ readonly perSecond: number; readonly mib: number }> {
  log('Kamailio: registrations per second')
  await using registrar = await Kamailio.registrar(PASSWORD)
  const load = await loadOn({ address: '127.0.0.1', port: registrar.port })
  const perSecond = await rateOf(load, log)
  await registerAll(load, MEMORY_PER_SECOND, log)
  return { perSecond, mib: treeMib(registrar.pid) }
}

async function loadOn(target: RegistrationLoad['target']): Promise<RegistrationLoad> {
  return { target, localPort: await freePort(), domain: BENCH_DOMAIN, password: PASSWORD }
}

function rateOf(load: RegistrationLoad, log: Log): Promise<number> {
  return highestRate({
    startPerSecond: START_PER_SECOND,
    attempt: (perSecond) => offerRegistrations(load, USERS, Math.round(ATTEMPT_SECONDS * perSecond), perSecond),
    log,
  })
}

async function registerAll(load: RegistrationLoad, perSecond: number, log: Log): Promise<void> {
  const { done, failed, complaint } = await offerRegistrations(load, USERS, CONTACTS, perSecond)
  log(`  all: ${done} registered, ${failed} failed${failed === 0 ? '' : ` (${complaint})`}`)
  if (done < CONTACTS) throw new Error(`Memory with ${CONTACTS} contacts cannot be told: ${failed} are not registered (${complaint}).`)
}
