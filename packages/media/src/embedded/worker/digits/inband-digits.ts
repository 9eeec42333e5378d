import { InbandKeyDetector } from '@klinke/rtp'
import type { LegEvent } from '../../protocol.ts'
import type { FrameListener, HeardFrame } from '../voice/heard-frame.ts'

/** Tells of the keys that a party presses as tones. */
export class InbandDigits implements FrameListener {
  readonly #event: (event: LegEvent) => void
  readonly #detector = new InbandKeyDetector(8000)

  constructor(event: (event: LegEvent) => void) {
    this.#event = event
  }

  hear(frame: HeardFrame): void {
    const press = this.#detector.add(frame.at(8000))
    if (press) this.#event({ kind: 'dtmf', ...press, by: 'inband' })
  }
}
