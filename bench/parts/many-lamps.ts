import { LampLoad } from '../lamps/lamp-load.ts'
import type { Log, Part } from '../part.ts'
import { benchExtensions } from '../signalling/bench-tenant.ts'
import { UnderTest } from '../signalling/under-test.ts'

const LAMPS = 10_000
const LAMPS_PER_EXTENSION = 10
const WATCHED = LAMPS / LAMPS_PER_EXTENSION
/** Each call changes the state of the one called three times: it rings, talks, is free. */
const CHANGES_PER_CALL = 3
const CHANGES_PER_SECOND = 500
/** One in a hundred more than asked for: calls begin a little late. */
const CALLS_PER_SECOND = Math.ceil((1.01 * CHANGES_PER_SECOND) / CHANGES_PER_CALL)
const SECONDS = 20
/** Not counted: V8 compiles. */
const WARM_UP_SECONDS = 3
/** Requests under way at a time while lamps are lit. */
const AT_ONCE = 50
const LIMIT_MS = 200
/** Of all NOTIFYs, as many must come while they still tell the truth. */
const LEAST_TOLD = 0.999

/** CALL-02, issue 3: 10,000 lamps and 500 changes a second on one core, with the calls that cause them, over real sockets. */
export const manyLamps: Part = {
  name: 'many-lamps',
  async run(log) {
    await using underTest = await UnderTest.start()
    await using load = await LampLoad.open(underTest.sip)
    const [caller = '', ...others] = benchExtensions(1 + WATCHED + LAMPS)
    const [watched, watchers] = [others.slice(0, WATCHED), others.slice(WATCHED)]
    await inBatches(watched, (number) => load.register(number))
    await inBatches(watchers, (watcher, at) => load.watch(watcher, watched[at % WATCHED] ?? ''))
    log(`${LAMPS.toLocaleString('en-US')} lamps are lit for ${WATCHED.toLocaleString('en-US')} extensions`)
    await load.run(caller, watched, CALLS_PER_SECOND, WARM_UP_SECONDS)
    const before = { processorMs: underTest.processorMs().main, changes: load.changes, failed: load.failed }
    load.delays = []
    await load.run(caller, watched, CALLS_PER_SECOND, SECONDS)
    log(`  ${load.failed - before.failed} of ${CALLS_PER_SECOND * SECONDS} calls did not come about`)
    return figures(load.delays, load.changes - before.changes, underTest.processorMs().main - before.processorMs, log)
  },
}

function figures(delays: number[], changes: number, busyMs: number, log: Log) {
  delays.sort((one, other) => one - other)
  const at = (share: number): number => delays[Math.min(delays.length - 1, Math.floor(delays.length * share))] ?? Number.NaN
  const told = delays.length / (changes * LAMPS_PER_EXTENSION)
  log(`  ${changes} changes, ${delays.length} NOTIFYs in time to be true, the last after ${at(1).toFixed(1)} ms`)
  const what = `10,000 lamps, ${LAMPS_PER_EXTENSION} for an extension, over UDP sockets`
  return [
    {
      what: `${what}: changes told to all ten`,
      value: (changes / SECONDS) * (told >= LEAST_TOLD ? 1 : told),
      unit: '/s',
      atLeast: CHANGES_PER_SECOND,
    },
    { what: `${what}: from a change to the NOTIFY, half of them`, value: at(0.5), unit: 'ms', atMost: LIMIT_MS },
    { what: `${what}: from a change to the NOTIFY, 99 of 100`, value: at(0.99), unit: 'ms', atMost: LIMIT_MS },
    { what: `${what}: of one core, main process, with the calls`, value: busyMs / (10 * SECONDS), unit: '%' },
  ]
}

async function inBatches<T>(items: readonly T[], work: (item: T, index: number) => Promise<void>): Promise<void> {
  for (let next = 0; next < items.length; next += AT_ONCE) {
    await Promise.all(items.slice(next, next + AT_ONCE).map((item, at) => work(item, next + at)))
  }
}
