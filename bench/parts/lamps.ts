import { LampPhones } from '../lamps/lamp-phones.ts'
import type { Part } from '../part.ts'
import { benchExtensions } from '../signalling/bench-tenant.ts'
import { UnderTest } from '../signalling/under-test.ts'

const LAMPS = 1_000
const CALLS = 20
/** Subscriptions under way at a time. */
const AT_ONCE = 50
/** Calls that are not counted: V8 compiles. */
const WARM_UP_CALLS = 5
/** CALL-02: what issue 3 asks for. */
const LIMIT_MS = 200

/** Busy lamps on the wire: from a phone's 180, 200 and BYE to the NOTIFYs at a real socket, all lamps for the same extension. */
export const lamps: Part = {
  name: 'lamps',
  async run(log) {
    await using underTest = await UnderTest.start()
    await using phones = await LampPhones.open(underTest.sip)
    const [caller = '', called = '', ...watchers] = benchExtensions(LAMPS + 2)
    await phones.register(called)
    for (let next = 0; next < watchers.length; next += AT_ONCE) {
      await Promise.all(watchers.slice(next, next + AT_ONCE).map((watcher) => phones.watch(watcher, called)))
    }
    log(`${LAMPS.toLocaleString('en-US')} lamps are lit for one extension`)
    for (let call = 0; call < WARM_UP_CALLS; call++) await phones.call(caller, called, LAMPS)
    const before = underTest.processorMs().main
    const delays: number[] = []
    for (let call = 0; call < CALLS; call++) delays.push(...(await phones.call(caller, called, LAMPS)))
    const busyMs = underTest.processorMs().main - before
    delays.sort((one, other) => one - other)
    const at = (share: number): number => delays[Math.min(delays.length - 1, Math.floor(delays.length * share))] ?? Number.NaN
    log(`  ${delays.length.toLocaleString('en-US')} NOTIFYs, the first after ${at(0).toFixed(1)} ms, the last after ${at(1).toFixed(1)} ms`)
    const what = `from ringing, answer and end of a call to the NOTIFY, ${LAMPS.toLocaleString('en-US')} lamps of one extension`
    return [
      { what: `${what}, half of them`, value: at(0.5), unit: 'ms', atMost: LIMIT_MS },
      { what: `${what}, 99 of 100`, value: at(0.99), unit: 'ms', atMost: LIMIT_MS },
      { what: 'processor time of a NOTIFY and its answer, main process', value: (1000 * busyMs) / delays.length, unit: 'µs' },
    ]
  },
}
