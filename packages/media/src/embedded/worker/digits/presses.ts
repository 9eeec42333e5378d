import { randomInt } from 'node:crypto'
import type { LegCommand } from '../../protocol.ts'
import type { WorkerContext } from '../worker-context.ts'
import { EventInterjection } from './event-interjection.ts'
import { ToneInterjection } from './tone-interjection.ts'

/** Sends key presses to single legs. */
export class Presses {
  readonly #context: WorkerContext
  /** Tells presses apart; RTP timestamps of relayed ones come from another range by chance alone, so it begins anywhere. */
  #lastPress = randomInt(2 ** 31)

  constructor(context: WorkerContext) {
    this.#context = context
  }

  press({ leg: number, digits, durationMs, pauseMs, request }: LegCommand & { readonly kind: 'press' }): void {
    const leg = this.#context.leg(number)
    const keys = [...digits]
    const done = (): void => this.#context.report({ kind: 'pressed', request })
    if (!leg || keys.length === 0) done()
    if (!leg) return
    for (const [index, digit] of keys.entries()) {
      const ended = index === keys.length - 1 ? done : () => undefined
      const press = { digit, durationMs }
      leg.interject(
        leg.mouth.eventClockRateHz === undefined
          ? new ToneInterjection(leg, press, pauseMs, ended)
          : new EventInterjection(leg, ++this.#lastPress, press, pauseMs, ended),
      )
    }
  }
}
