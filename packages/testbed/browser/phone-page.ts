/** Runs in the browser: a telephone by JsSIP that the test drives through `window.phone`. Bundled by `BrowserPhone`. */
import { UA, WebSocketInterface } from 'jssip'
import type { RTCSession } from 'jssip/lib/RTCSession'

const SAMPLE_RATE_HZ = 16_000
const SAMPLES_PER_TURN = 1024
const REAL_VOICE = { echoCancellation: false, noiseSuppression: false, autoGainControl: false }
const MEDIA = { mediaConstraints: { audio: REAL_VOICE, video: false }, pcConfig: { iceServers: [] } }

interface Account {
  readonly socket: string
  readonly uri: string
  readonly password: string
}

interface Heard {
  readonly samples: number[]
  readonly wanted: number
  readonly done: (samples: number[]) => void
}

/** What browsers tell of a transport, an incoming stream or a codec (W3C webrtc-stats); others tell other things. */
interface Stats {
  readonly id: string
  readonly type: string
  readonly kind?: string
  readonly codecId?: string
  readonly mimeType?: string
  readonly dtlsState?: string
  readonly srtpCipher?: string
  readonly dtlsCipher?: string
  readonly packetsReceived?: number
  readonly packetsLost?: number
}

class Phone {
  /** What happened, oldest first; the test waits for entries of it. */
  readonly events: { readonly kind: string; readonly detail: string }[] = []
  #ua: UA | undefined
  #session: RTCSession | undefined
  #heard: Heard = { samples: [], wanted: 0, done: () => undefined }

  start({ socket, uri, password }: Account): void {
    this.#ua = new UA({ sockets: [new WebSocketInterface(socket)], uri, password, register: true, user_agent: 'browser' })
    this.#ua.on('registered', () => this.#note('registered'))
    this.#ua.on('registrationFailed', ({ cause }) => this.#note('registrationFailed', cause))
    this.#ua.on('newRTCSession', ({ session, originator }: { session: RTCSession; originator: string }) => this.#take(session, originator))
    this.#ua.start()
  }

  call(target: string): void {
    this.#ua?.call(target, MEDIA)
  }

  answer(): void {
    this.#session?.answer(MEDIA)
  }

  hangUp(): void {
    this.#session?.terminate()
  }

  /** Settles when the other side has answered the new offer. */
  hold(on: boolean): Promise<void> {
    return new Promise((done, failed) => {
      const isSent = on ? this.#session?.hold({}, done) : this.#session?.unhold({}, done)
      if (isSent !== true) failed(new Error('not now'))
    })
  }

  /** Hangs up when the other party has been answered there. */
  transfer(target: string): void {
    this.#session?.refer(target, { eventHandlers: { accepted: () => this.hangUp() } })
  }

  /** A new offer with new ICE credentials, as after a change of the network. */
  restartIce(): Promise<void> {
    return new Promise((done) => this.#session?.renegotiate({ rtcOfferConstraints: { iceRestart: true } }, done))
  }

  press(key: string): void {
    this.#session?.connection
      .getSenders()
      .find(({ dtmf }) => dtmf)
      ?.dtmf?.insertDTMF(key, 160, 100)
  }

  /** What it hears from now on. */
  async listen(milliseconds: number): Promise<{ readonly samples: readonly number[]; readonly sampleRateHz: number }> {
    const wanted = Math.round((milliseconds / 1000) * SAMPLE_RATE_HZ)
    const samples = await new Promise<number[]>((done) => {
      this.#heard = { samples: [], wanted, done }
    })
    return { samples, sampleRateHz: SAMPLE_RATE_HZ }
  }

  /** Codec and protection as the browser sees them. */
  async transport(): Promise<Readonly<Record<string, string | number | undefined>>> {
    const stats: Stats[] = []
    const report = await this.#session?.connection.getStats()
    report?.forEach((entry: Stats) => {
      stats.push(entry)
    })
    const transport = stats.find(({ type }) => type === 'transport')
    const inbound = stats.find(({ type, kind }) => type === 'inbound-rtp' && kind === 'audio')
    const codec = stats.find(({ id }) => id === inbound?.codecId)
    return {
      dtlsState: transport?.dtlsState,
      srtpCipher: transport?.srtpCipher,
      dtlsCipher: transport?.dtlsCipher,
      codec: codec?.mimeType,
      packetsReceived: inbound?.packetsReceived ?? 0,
      packetsLost: inbound?.packetsLost ?? 0,
    }
  }

  #take(session: RTCSession, originator: string): void {
    this.#session = session
    if (originator === 'remote') this.#note('incoming', session.remote_identity.uri.user)
    session.on('progress', () => this.#note('progress'))
    session.on('confirmed', () => this.#note('confirmed'))
    session.on('hold', ({ originator: by }) => this.#note('hold', by))
    session.on('unhold', ({ originator: by }) => this.#note('unhold', by))
    session.on('ended', ({ cause }) => this.#note('ended', cause))
    session.on('failed', ({ cause }) => this.#note('failed', cause))
    if (originator === 'local') this.#follow(session.connection)
    session.on('peerconnection', ({ peerconnection }: { peerconnection: RTCPeerConnection }) => this.#follow(peerconnection))
  }

  #follow(connection: RTCPeerConnection): void {
    connection.addEventListener('track', ({ track }) => this.#hear(new MediaStream([track])))
  }

  #hear(stream: MediaStream): void {
    // Without an element that plays it Chromium decodes nothing.
    const player = new Audio()
    player.srcObject = stream
    player.muted = true
    void player.play()
    const context = new AudioContext({ sampleRate: SAMPLE_RATE_HZ })
    const tap = context.createScriptProcessor(SAMPLES_PER_TURN, 1, 1)
    tap.onaudioprocess = ({ inputBuffer }) => this.#keep(inputBuffer.getChannelData(0))
    context.createMediaStreamSource(stream).connect(tap)
    tap.connect(context.destination)
  }

  #keep(frame: Float32Array): void {
    const { samples, wanted, done } = this.#heard
    if (wanted === 0) return
    samples.push(...frame)
    if (samples.length < wanted) return
    this.#heard = { ...this.#heard, wanted: 0 }
    done(samples.slice(0, wanted))
  }

  #note(kind: string, detail = ''): void {
    this.events.push({ kind, detail })
  }
}

Object.assign(window, { phone: new Phone() })
