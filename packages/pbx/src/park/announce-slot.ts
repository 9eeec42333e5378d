import type { Call, Leg } from '@klinke/calls'
import { sleep } from '@klinke/foundation'

/** One beep lasts 400 ms. */
const BEEP_MS = 500
const BETWEEN_DIGITS_MS = 900

/** Tells the number of a slot by beeps: as many as each digit says, ten for 0. Settles when it has been told, or nobody listens any more. */
export async function announceSlot(call: Call, to: Leg, number: string): Promise<void> {
  for (const digit of number) {
    for (let beeps = Number(digit) || 10; beeps > 0; beeps--) {
      if (to.state !== 'answered') return
      await call.media.play(to.endpoint, { kind: 'signal', signal: 'beep' })
      await sleep(call.clock, BEEP_MS, call.scope.signal)
    }
    await sleep(call.clock, BETWEEN_DIGITS_MS, call.scope.signal)
  }
}
