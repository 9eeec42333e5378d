import type { IncomingEvent, OutgoingEvent, RTCSession } from 'jssip/lib/RTCSession'
import { type CallView, type Ending, endingOf } from './phone-view.ts'
import { lead, play } from './sounds.ts'

/** What a call tells its telephone. */
export interface LineEvents {
  readonly changed: () => void
  readonly ended: (line: CallLine, ending: Ending | undefined) => void
  readonly failed: (ending: Ending) => void
}

export interface LineMedia {
  readonly audio: MediaTrackConstraints
  readonly speaker: string
}

const KEY_MS = 160
const GAP_MS = 80

/** One call: what JsSIP knows of it, what is heard, and what one can do with it. */
export class CallLine {
  readonly id: string
  readonly session: RTCSession
  readonly #events: LineEvents
  #player: HTMLAudioElement | undefined
  #speaker: string
  #view: CallView
  #hasMediaBeforeAnswer = false
  #heard: MediaStreamTrack | undefined
  /** While others' voices are sent beside it: the sender has the mixture then. */
  #microphoneInMix: MediaStreamTrack | undefined

  constructor(session: RTCSession, direction: CallView['direction'], speaker: string, events: LineEvents) {
    this.id = session.id
    this.session = session
    this.#events = events
    this.#speaker = speaker
    const { uri, display_name: name } = session.remote_identity
    this.#view = {
      ...{ id: session.id, direction, number: uri.user, name: name === '' ? undefined : name },
      state: direction === 'incoming' ? 'ringing' : 'calling',
      ...{ isHeld: false, isHeldByOther: false, isMuted: false, isBusy: false, isJoined: false, answeredAtMs: undefined },
    }
    this.#follow()
  }

  get view(): CallView {
    return this.#view
  }

  /** One hears the exchange or the other party already: no tone of our own. */
  get hasMediaBeforeAnswer(): boolean {
    return this.#hasMediaBeforeAnswer
  }

  /** The other party's voice, once it is there. */
  get heard(): MediaStreamTrack | undefined {
    return this.#heard
  }

  /** What one says into this call oneself. */
  get microphone(): MediaStreamTrack | undefined {
    return this.#microphoneInMix ?? this.#sender()?.track ?? undefined
  }

  answer({ audio }: LineMedia): void {
    if (this.#view.state === 'ringing') this.session.answer({ mediaConstraints: { audio, video: false }, pcConfig: { iceServers: [] } })
  }

  /** Hangs up, gives up, or rejects, whatever the call has come to. */
  hangUp(): void {
    if (this.session.isEnded()) return
    const isRejection = this.#view.direction === 'incoming' && this.#view.state === 'ringing'
    this.session.terminate(isRejection ? { status_code: 486 } : {})
  }

  /** Settles when the other side has agreed, or nothing had to be done. */
  hold(isHeld: boolean): Promise<void> {
    if (this.#view.state !== 'talking' || this.#view.isHeld === isHeld) return Promise.resolve()
    return new Promise((resolve) => {
      const done = (): void => {
        this.#change({ isBusy: false })
        resolve()
      }
      const isSent = isHeld ? this.session.hold({}, done) : this.session.unhold({}, done)
      if (isSent) this.#change({ isBusy: true })
      else done()
    })
  }

  mute(isMuted: boolean): void {
    if (this.#microphoneInMix !== undefined) {
      // The others' voices go on: JsSIP would silence them with one's own.
      this.#microphoneInMix.enabled = !isMuted
      this.#change({ isMuted })
    } else if (isMuted) this.session.mute({ audio: true })
    else this.session.unmute({ audio: true })
  }

  /** Goes as a telephone event (RFC 4733). */
  press(keys: string): void {
    this.#sender()?.dtmf?.insertDTMF(keys, KEY_MS, GAP_MS)
  }

  /** Sends the other party to a number, or to the party of another call (REFER, with Replaces). It is let go when it has arrived. */
  transfer(target: string, other?: CallLine): void {
    this.#change({ isBusy: true })
    const failed = (): void => {
      this.#change({ isBusy: false })
      this.#events.failed('transfer-failed')
    }
    const accepted = (): void => {
      this.hangUp()
      other?.hangUp()
    }
    this.session.refer(target, {
      eventHandlers: { accepted, failed, requestFailed: failed },
      ...(other === undefined ? {} : { replaces: other.session }),
    })
  }

  listenAt(speaker: string): void {
    this.#speaker = speaker
    if (this.#player !== undefined) lead(this.#player, speaker)
  }

  /** Another microphone, without a word to the other side. */
  async speakInto(track: MediaStreamTrack): Promise<void> {
    const sender = this.#sender()
    const old = sender?.track
    await sender?.replaceTrack(track)
    track.enabled = !this.#view.isMuted
    old?.stop()
  }

  /** Sends a mixture in which one's own voice is, without a word to the other side. */
  async speakMixed(mixed: MediaStreamTrack): Promise<void> {
    const sender = this.#sender()
    this.#microphoneInMix = sender?.track ?? undefined
    await sender?.replaceTrack(mixed)
    this.#change({ isJoined: true })
  }

  async speakAlone(): Promise<void> {
    const microphone = this.#microphoneInMix
    this.#microphoneInMix = undefined
    if (microphone === undefined || this.session.isEnded()) return microphone?.stop()
    const { isMuted, isHeld } = this.#view
    await this.#sender()?.replaceTrack(microphone)
    microphone.enabled = !isMuted && !isHeld
    // JsSIP has not been told while it was mixed.
    if (isMuted) this.session.mute({ audio: true })
    else this.session.unmute({ audio: true })
    this.#change({ isJoined: false })
  }

  #follow(): void {
    const { session } = this
    const { direction } = this.#view
    session.on('progress', (progress: IncomingEvent | OutgoingEvent) => {
      // Of an incoming call there is no response to look at.
      if (direction === 'outgoing' && 'response' in progress && progress.response.body) this.#hasMediaBeforeAnswer = true
      this.#change({ state: 'ringing' })
    })
    session.on('accepted', () => this.#change({ state: 'talking', answeredAtMs: Date.now() }))
    const held = (): void => {
      const { local, remote } = session.isOnHold()
      this.#change({ isHeld: local, isHeldByOther: remote })
    }
    session.on('hold', held)
    session.on('unhold', held)
    session.on('muted', () => this.#change({ isMuted: true }))
    session.on('unmuted', () => this.#change({ isMuted: false }))
    const ended = ({ cause }: { readonly cause: string }): void => {
      this.#player?.pause()
      this.#events.ended(this, endingOf(cause))
    }
    session.on('ended', ended)
    session.on('failed', ended)
    session.on('peerconnection', ({ peerconnection }) => this.#listenTo(peerconnection))
    // Of an outgoing call it is there already.
    if (direction === 'outgoing') this.#listenTo(session.connection)
  }

  #listenTo(connection: RTCPeerConnection | null): void {
    connection?.addEventListener('track', ({ track }) => {
      this.#heard = track
      this.#player?.pause()
      this.#player = play(new MediaStream([track]), this.#speaker)
    })
  }

  #sender(): RTCRtpSender | undefined {
    return this.session.connection.getSenders().find(({ track }) => track?.kind === 'audio')
  }

  #change(change: Partial<CallView>): void {
    this.#view = { ...this.#view, ...change }
    this.#events.changed()
  }
}
