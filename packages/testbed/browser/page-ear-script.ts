/** Runs in a page before its own scripts: keeps what each WebRTC connection of the page brings, for `PageEar`. */
const SAMPLE_RATE_HZ = 16_000
const SAMPLES_PER_TURN = 1024

class Ear {
  #samples: number[] = []
  #wanted = 0
  #done: (samples: number[]) => void = () => undefined
  #latest: MediaStreamTrack | undefined

  /** What the connection made last hears from now on. */
  async listen(milliseconds: number): Promise<{ readonly samples: readonly number[]; readonly sampleRateHz: number }> {
    const samples = await new Promise<number[]>((done) => {
      this.#samples = []
      this.#done = done
      this.#wanted = Math.round((milliseconds / 1000) * SAMPLE_RATE_HZ)
    })
    return { samples, sampleRateHz: SAMPLE_RATE_HZ }
  }

  tap(track: MediaStreamTrack): void {
    this.#latest = track
    const context = new AudioContext({ sampleRate: SAMPLE_RATE_HZ })
    const tap = context.createScriptProcessor(SAMPLES_PER_TURN, 1, 1)
    tap.onaudioprocess = ({ inputBuffer }) => this.#keep(track, inputBuffer.getChannelData(0))
    context.createMediaStreamSource(new MediaStream([track])).connect(tap)
    tap.connect(context.destination)
  }

  #keep(track: MediaStreamTrack, frame: Float32Array): void {
    if (this.#wanted === 0 || track !== this.#latest) return
    this.#samples.push(...frame)
    if (this.#samples.length < this.#wanted) return
    const heard = this.#samples.slice(0, this.#wanted)
    this.#wanted = 0
    this.#done(heard)
  }
}

const ear = new Ear()
const Connection = window.RTCPeerConnection
class TappedConnection extends Connection {
  constructor(configuration?: RTCConfiguration) {
    super(configuration)
    this.addEventListener('track', ({ track }) => ear.tap(track))
  }
}
Object.assign(window, { RTCPeerConnection: TappedConnection, ear })
