import type { Log, Part } from '../part.ts'
import { startCalledParty, startCaller } from '../signalling/call-load.ts'
import { UnderTest } from '../signalling/under-test.ts'

/** Memory is read with few and with many calls: what is allocated once, and rubbish that waits for its collection, is in both. */
const FEW = 2000
const MANY = 6000
const PER_SECOND = 300
/** The first call must not end before the last has begun and memory has been read. */
const HELD_MS = 60_000
const SETTLE_MS = 3000
const KIB_PER_MIB = 1024

/** Memory that a call takes in the main process while it lasts. */
export const heldCalls: Part = {
  name: 'held-calls',
  async run(log) {
    log(`Klinke: memory of held calls`)
    const peer = { name: 'Asterisk (known; not installable here)', value: 304 }
    return [{ what: 'memory per held call, main process', value: await kibPerCall(log), unit: 'KiB', atMost: 60, peer }]
  },
}

async function kibPerCall(log: Log): Promise<number> {
  await using underTest = await UnderTest.start()
  const { load, calledPort } = await underTest.callLoad()
  await using called = await startCalledParty(calledPort, load.domain)
  await using caller = await startCaller(load, MANY, PER_SECOND, HELD_MS)
  await pause((1000 * FEW) / PER_SECOND)
  const few = underTest.mainMib()
  await pause((1000 * (MANY - FEW)) / PER_SECOND)
  const many = underTest.mainMib()
  await pause(SETTLE_MS)
  const live = caller.result().statistics.get('CurrentCall') ?? '?'
  log(`  ${few.toFixed(0)} MiB with ${FEW} calls, ${many.toFixed(0)} MiB with ${MANY} (sipp ${called.pid} counts ${live})`)
  return ((many - few) * KIB_PER_MIB) / (MANY - FEW)
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
