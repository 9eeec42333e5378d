import { CallingToneDetector, isTelephoneEvent, type ListenOptions, type NegotiatedStream, SilenceDetector } from '@klinke/rtp'
import type { LegEvent } from '../../protocol.ts'
import { InbandDigits } from '../digits/inband-digits.ts'
import type { Ear } from './ear.ts'
import type { FrameListener, HeardFrame } from './heard-frame.ts'

/** Finds key presses, the tone of a calling fax and speech in what one party says, as far as asked for or needed. */
export class Listening {
  readonly #ear: Ear
  readonly #digits: InbandDigits
  readonly #fax: FaxWatch
  readonly #speech: SpeechWatch
  #options: ListenOptions = {}
  #knowsEvents = true
  #mediaEndsHere = true

  constructor(ear: Ear, event: (event: LegEvent) => void) {
    this.#ear = ear
    this.#digits = new InbandDigits(event)
    this.#fax = new FaxWatch(event)
    this.#speech = new SpeechWatch(event)
  }

  ask(options: ListenOptions): void {
    this.#options = options
    this.#update()
  }

  follow(stream: NegotiatedStream | undefined): void {
    this.#knowsEvents = stream === undefined || stream.receiveCodecs.some(isTelephoneEvent)
    this.#update()
  }

  /** Not connected to another party, so that its keys are for us. */
  set mediaEndsHere(endsHere: boolean) {
    this.#mediaEndsHere = endsHere
    this.#update()
  }

  #update(): void {
    const wantsDigits = !this.#knowsEvents && (this.#mediaEndsHere || this.#options.inbandDigits === true)
    if (wantsDigits) this.#ear.add(this.#digits)
    else this.#ear.remove(this.#digits)
    if (this.#mediaEndsHere && this.#options.callingTone === true) this.#ear.add(this.#fax)
    else this.#ear.remove(this.#fax)
    if (this.#options.speech) this.#ear.add(this.#speech)
    else this.#ear.remove(this.#speech)
  }
}

/** Tells that a fax machine calls. */
class FaxWatch implements FrameListener {
  readonly #event: (event: LegEvent) => void
  readonly #detector = new CallingToneDetector(8000)

  constructor(event: (event: LegEvent) => void) {
    this.#event = event
  }

  hear(frame: HeardFrame): void {
    if (this.#detector.add(frame.at(8000))) this.#event({ kind: 'calling-tone' })
  }
}

/** Tells when a party begins and ceases to speak. */
class SpeechWatch implements FrameListener {
  readonly #event: (event: LegEvent) => void
  readonly #detector = new SilenceDetector(8000)
  #active = false

  constructor(event: (event: LegEvent) => void) {
    this.#event = event
  }

  hear(frame: HeardFrame): void {
    this.#detector.add(frame.at(8000))
    const active = this.#detector.speaking
    if (active === this.#active) return
    this.#active = active
    this.#event({ kind: 'speaking', active, levelDbm0: Math.round(this.#detector.levelDbm0) })
  }
}
