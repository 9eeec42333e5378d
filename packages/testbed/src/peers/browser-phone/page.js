/**
 * Runs in the browser: a telephone by JsSIP that the test drives through `window.phone`. JavaScript, so that the types of browsers
 * do not come into the program that is checked with it.
 */
import JsSIP from 'jssip'

const SAMPLE_RATE_HZ = 16_000
const REAL_VOICE = { echoCancellation: false, noiseSuppression: false, autoGainControl: false }

class Phone {
  /** What happened, oldest first; the test waits for entries of it. */
  events = []
  #ua
  #session
  #heard = { context: undefined, samples: [], wanted: 0, done: () => undefined }

  start({ socket, uri, password }) {
    this.#ua = new JsSIP.UA({ sockets: [new JsSIP.WebSocketInterface(socket)], uri, password, register: true, user_agent: 'browser' })
    for (const name of ['registered', 'registrationFailed', 'disconnected']) this.#ua.on(name, () => this.#note(name))
    this.#ua.on('newRTCSession', ({ session, originator }) => this.#take(session, originator))
    this.#ua.start()
  }

  stop() {
    this.#ua?.stop()
  }

  call(target) {
    this.#ua.call(target, this.#media())
  }

  answer() {
    this.#session.answer(this.#media())
  }

  hangUp() {
    this.#session.terminate()
  }

  /** Settles when the other side has answered the new offer. */
  hold(on) {
    return new Promise((done, failed) => {
      const sent = on ? this.#session.hold({}, done) : this.#session.unhold({}, done)
      if (!sent) failed(new Error('not now'))
    })
  }

  /** A new offer with new ICE credentials. */
  restartIce() {
    return new Promise((done) => this.#session.renegotiate({ rtcOfferConstraints: { iceRestart: true } }, done))
  }

  press(key) {
    this.#session.sendDTMF(key, { transportType: 'RFC2833', duration: 160, interToneGap: 100 })
  }

  /** What it hears from now on. */
  async listen(milliseconds) {
    const wanted = Math.round((milliseconds / 1000) * SAMPLE_RATE_HZ)
    const samples = await new Promise((done) => {
      this.#heard = { ...this.#heard, samples: [], wanted, done }
    })
    return { samples, sampleRateHz: SAMPLE_RATE_HZ }
  }

  /** Codec, candidate and protection as the browser sees them. */
  async transport() {
    const stats = [...(await this.#session.connection.getStats()).values()]
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

  #media() {
    return { mediaConstraints: { audio: REAL_VOICE, video: false }, pcConfig: { iceServers: [] } }
  }

  #take(session, originator) {
    this.#session = session
    if (originator === 'remote') this.#note('incoming', session.remote_identity.uri.user)
    for (const name of ['progress', 'confirmed', 'hold', 'unhold', 'ended', 'failed']) {
      session.on(name, ({ originator: by, cause } = {}) => this.#note(name, cause ?? by))
    }
    if (session.connection) this.#follow(session.connection)
    session.on('peerconnection', ({ peerconnection }) => this.#follow(peerconnection))
  }

  #follow(connection) {
    connection.addEventListener('track', ({ track }) => this.#hear(new MediaStream([track])))
  }

  #hear(stream) {
    // Without an element that plays it Chromium decodes nothing.
    const player = new Audio()
    player.srcObject = stream
    player.muted = true
    void player.play()
    const context = new AudioContext({ sampleRate: SAMPLE_RATE_HZ })
    const tap = context.createScriptProcessor(1024, 1, 1)
    tap.onaudioprocess = ({ inputBuffer }) => this.#keep(inputBuffer.getChannelData(0))
    context.createMediaStreamSource(stream).connect(tap)
    tap.connect(context.destination)
    this.#heard.context = context
  }

  #keep(frame) {
    const { samples, wanted, done } = this.#heard
    if (wanted === 0) return
    samples.push(...frame)
    if (samples.length < wanted) return
    this.#heard = { ...this.#heard, wanted: 0 }
    done(samples.slice(0, wanted))
  }

  #note(kind, detail) {
    this.events.push({ kind, detail: detail === undefined ? '' : String(detail) })
  }
}

window.phone = new Phone()
