import type { CallLine } from './call-line.ts'

/**
 * Calls whose parties talk with each other and with this browser: each is sent the microphone and what the others say, mixed here, as a desk phone does it
 * (CONF-01, three-party by the phone). Every call stays one of its own for the exchange.
 */
export class JoinedCalls {
  readonly lines: readonly CallLine[]
  readonly #context = new AudioContext()

  private constructor(lines: readonly CallLine[]) {
    this.lines = lines
  }

  /** Joins calls that talk; undefined when one of them has no sound yet. */
  static async of(lines: readonly CallLine[]): Promise<JoinedCalls | undefined> {
    if (lines.some(({ heard, microphone }) => heard === undefined || microphone === undefined)) return undefined
    const joined = new JoinedCalls(lines)
    // It starts by itself where one has pressed something, as here.
    await joined.#context.resume()
    await Promise.all(lines.map((line) => line.speakMixed(joined.#mixFor(line))))
    return joined
  }

  has(line: CallLine): boolean {
    return this.lines.includes(line)
  }

  /** Each call has its microphone alone again. */
  async part(): Promise<void> {
    await Promise.all(this.lines.map((line) => line.speakAlone()))
    await this.#context.close()
  }

  #mixFor(line: CallLine): MediaStreamTrack {
    const mix = this.#context.createMediaStreamDestination()
    for (const track of [line.microphone, ...this.lines.filter((other) => other !== line).map(({ heard }) => heard)])
      if (track !== undefined) this.#context.createMediaStreamSource(new MediaStream([track])).connect(mix)
    const [mixed] = mix.stream.getAudioTracks()
    if (mixed === undefined) throw new Error('the browser mixes no sound')
    return mixed
  }
}
