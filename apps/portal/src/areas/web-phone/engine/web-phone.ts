import { UA, WebSocketInterface } from 'jssip'
import type { RTCSession } from 'jssip/lib/RTCSession'
import type { RTCSessionEvent } from 'jssip/lib/UA'
import type { Answer } from '../../../api/operation.ts'
import { CallLine } from './call-line.ts'
import { dialString } from './dial-string.ts'
import { JoinedCalls } from './joined-calls.ts'
import type { PhoneSettings } from './phone-settings.ts'
import type { CallView, Ending, PhoneView } from './phone-view.ts'
import { PlaceWatch } from './place-watch.ts'
import { Ringer, type Signal, voiceOf } from './sounds.ts'
import type { Place, Telephone } from './telephone.ts'

export type Credentials = Answer<'POST /extensions/{extensionId}/web-phones'>

/** Two that ring are shown, more are told that it is busy. */
const MAX_CALLS = 6
/** A browser that vanishes without a word is rung no longer than that. */
const REGISTER_SECONDS = 120
/** Waits between two tries to get a connection again. */
const RECOVERY = { connection_recovery_min_interval: 1, connection_recovery_max_interval: 20 }
/** New credentials are asked for at most so often. */
const RENEW_EVERY_MS = 5_000
const BUSY = 486

export interface WebPhoneOptions {
  /** Asks the server for credentials of this browser. */
  readonly credentials: () => Promise<Credentials>
  /** Asks the server where this browser is. */
  readonly whereabouts: () => Promise<Place>
  /** Asked before each call, whichever way it was dialled: away from the site its user is warned. */
  readonly mayCall: (number: string, place: Place) => Promise<boolean>
  readonly settings: PhoneSettings
  /** Host and port of the exchange, as `location.origin` says it. */
  readonly origin: string
}

/** The telephone of this browser: registered over WebSocket, with some calls. Shown by `view`, which is replaced with each change. */
export class WebPhone implements Telephone {
  readonly isHere = true
  readonly #places: PlaceWatch
  readonly #stopped = new AbortController()
  readonly #options: WebPhoneOptions
  readonly #ua: UA
  readonly #domain: string
  readonly #listeners = new Set<() => void>()
  readonly #ringer = new Ringer()
  #settings: PhoneSettings
  #lines: readonly CallLine[] = []
  #joined: JoinedCalls | undefined
  #view: PhoneView = { connection: 'connecting', calls: [], ending: undefined }
  #username: string
  #renewedAtMs = 0

  /** Gets credentials and begins to register. Throws `Problem` when the server gives none. */
  static async start(options: WebPhoneOptions): Promise<WebPhone> {
    const phone = new WebPhone(options, await options.credentials())
    phone.#ua.start()
    phone.#followNetwork()
    return phone
  }

  private constructor(options: WebPhoneOptions, { site, whereabouts, ...account }: Credentials) {
    const { number, domain, name, username, password, webSocketPath } = account
    this.#places = new PlaceWatch({ site, whereabouts }, options.whereabouts, () => this.#show({}))
    this.#options = options
    this.#settings = options.settings
    this.#domain = domain
    this.#username = username
    this.#ua = new UA({
      sockets: [new WebSocketInterface(options.origin.replace(/^http/, 'ws') + webSocketPath)],
      ...{ uri: `sip:${number}@${domain}`, authorization_user: username, password, display_name: name },
      ...{ register: true, register_expires: REGISTER_SECONDS, user_agent: 'Klinke Web', ...RECOVERY },
    })
    this.#ua.on('registered', () => this.#show({ connection: 'ready' }))
    this.#ua.on('disconnected', () => this.#show({ connection: 'lost' }))
    this.#ua.on('registrationFailed', ({ response }) => void this.#renew(response?.status_code))
    this.#ua.on('newRTCSession', ({ session, originator }: RTCSessionEvent) => {
      // One's own are taken when they are made.
      if (String(originator) === 'remote') this.#ring(session)
    })
  }

  /** Of the credentials in use, to withdraw them. */
  get username(): string {
    return this.#username
  }

  get place(): Place {
    return this.#places.place
  }

  readonly view = (): PhoneView => this.#view

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Other calls are put on hold. Spaces and the like are left out of the number. */
  async call(typed: string): Promise<void> {
    const number = dialString(typed)
    if (number === '' || !(await this.#options.mayCall(number, await this.#places.now()))) return
    this.#show({ ending: undefined })
    await this.#holdOthers(undefined)
    const session = this.#ua.call(`sip:${encodeURIComponent(number)}@${this.#domain}`, {
      mediaConstraints: { audio: voiceOf(this.#settings), video: false },
      pcConfig: { iceServers: [] },
    })
    this.#add(session, 'outgoing')
  }

  async answer(id: string): Promise<void> {
    await this.#holdOthers(id)
    this.#line(id)?.answer({ audio: voiceOf(this.#settings), speaker: this.#settings.speaker })
  }

  hangUp(id: string): void {
    this.#line(id)?.hangUp()
  }

  hold(id: string): Promise<void> {
    return this.#line(id)?.hold(true) ?? Promise.resolve()
  }

  async resume(id: string): Promise<void> {
    await this.#holdOthers(id)
    await this.#line(id)?.hold(false)
  }

  /** Who talks with several at once is silent for all of them. */
  mute(id: string, isMuted: boolean): void {
    for (const line of this.#together(this.#line(id))) line.mute(isMuted)
  }

  press(id: string, keys: string): void {
    this.#line(id)?.press(keys)
  }

  /** Blind: the other party is sent to a number. */
  transfer(id: string, typed: string): void {
    const number = dialString(typed)
    if (number !== '') this.#line(id)?.transfer(`sip:${encodeURIComponent(number)}@${this.#domain}`)
  }

  /** In a second call, while the first waits. */
  consult(_id: string, typed: string): Promise<void> {
    return this.call(typed)
  }

  /** Attended: the parties of two calls are connected with each other. */
  connect(id: string, otherId: string): void {
    const [line, other] = [this.#line(id), this.#line(otherId)]
    if (line !== undefined && other !== undefined) line.transfer(other.session.remote_identity.uri.toString(), other)
  }

  /** All three talk, until one of them leaves. */
  readonly conference = (id: string, otherId: string): void => void this.#join(id, otherId)

  async #join(id: string, otherId: string): Promise<void> {
    const lines = [id, otherId].flatMap((each) => this.#line(each) ?? [])
    if (lines.length < 2 || lines.every((line) => this.#joined?.has(line))) return
    await this.#part()
    await Promise.all(lines.map((line) => line.hold(false)))
    await this.#mix(lines)
  }

  async #mix(lines: readonly CallLine[]): Promise<void> {
    this.#joined = await JoinedCalls.of(lines)
    if (this.#joined === undefined) this.#show({ ending: 'failed' })
  }

  async #part(): Promise<void> {
    const joined = this.#joined
    this.#joined = undefined
    await joined?.part()
  }

  /** The call, and those that are joined with it. */
  #together(line: CallLine | undefined): readonly CallLine[] {
    if (line === undefined) return []
    return this.#joined?.has(line) === true ? this.#joined.lines : [line]
  }

  /** Takes other devices at once, in running calls too. */
  async use(settings: PhoneSettings): Promise<void> {
    const before = this.#settings
    this.#settings = settings
    for (const line of this.#lines) line.listenAt(settings.speaker)
    this.#sound()
    if (before.microphone === settings.microphone && before.clearsVoice === settings.clearsVoice) return
    const joined = this.#joined?.lines
    await this.#part()
    for (const line of this.#lines.filter(({ view }) => view.state === 'talking')) {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: voiceOf(settings) })
      const [track] = stream.getAudioTracks()
      if (track !== undefined) await line.speakInto(track)
    }
    if (joined !== undefined) await this.#mix(joined)
  }

  /** Hangs up what there is and is rung no more. */
  stop(): void {
    this.#stopped.abort()
    this.#ua.stop()
    this.#ringer.sound(undefined, '')
  }

  /** Another network may be another place. */
  #followNetwork(): void {
    const { signal } = this.#stopped
    const look = () => void this.#places.look()
    this.#ua.on('connected', look)
    window.addEventListener('online', look, { signal })
    // Not in every browser, and not in every list of types.
    const connection: unknown = Reflect.get(navigator, 'connection')
    if (connection instanceof EventTarget) connection.addEventListener('change', look, { signal })
  }

  #ring(session: RTCSession): void {
    if (this.#lines.length >= MAX_CALLS) session.terminate({ status_code: BUSY })
    else this.#add(session, 'incoming')
  }

  #add(session: RTCSession, direction: CallView['direction']): void {
    const line = new CallLine(session, direction, this.#settings.speaker, {
      changed: () => this.#show({}),
      ended: (ended, ending) => this.#ended(ended, ending),
      failed: (ending) => this.#show({ ending }),
    })
    this.#lines = [...this.#lines, line]
    this.#show({})
  }

  #ended(ended: CallLine, ending: Ending | undefined): void {
    this.#lines = this.#lines.filter((line) => line !== ended)
    if (this.#joined?.has(ended) === true) void this.#part()
    // Who does not answer, or rejects, knows.
    this.#show({ ending: ended.view.direction === 'outgoing' || ending === 'no-microphone' ? ending : undefined })
  }

  async #holdOthers(id: string | undefined): Promise<void> {
    const spared = this.#together(id === undefined ? undefined : this.#line(id))
    await Promise.all(this.#lines.filter((line) => !spared.includes(line)).map((line) => line.hold(true)))
  }

  /** After a restart of the server, or when they have expired, the credentials are others; calls go on. */
  async #renew(status: number | undefined): Promise<void> {
    if (status === undefined || status >= 500) return this.#show({ connection: 'lost' })
    const nowMs = Date.now()
    if (nowMs - this.#renewedAtMs < RENEW_EVERY_MS) return this.#show({ connection: 'refused' })
    this.#renewedAtMs = nowMs
    try {
      const { username, password } = await this.#options.credentials()
      this.#username = username
      this.#ua.set('authorization_user', username)
      this.#ua.set('password', password)
      this.#ua.register()
    } catch {
      this.#show({ connection: 'refused' })
    }
  }

  #line(id: string): CallLine | undefined {
    return this.#lines.find((line) => line.id === id)
  }

  #show(change: Partial<PhoneView>): void {
    this.#view = { ...this.#view, ...change, calls: this.#lines.map(({ view }) => view) }
    this.#sound()
    for (const listener of this.#listeners) listener()
  }

  #sound(): void {
    const signal = this.#signal()
    const { ringer, speaker } = this.#settings
    this.#ringer.sound(signal, signal === 'ring' ? ringer : speaker)
  }

  #signal(): Signal | undefined {
    const { calls } = this.#view
    const isTalking = calls.some(({ state }) => state === 'talking')
    if (calls.some(({ direction, state }) => direction === 'incoming' && state === 'ringing')) return isTalking ? 'waiting' : 'ring'
    const isRingingThere = this.#lines.some(({ view, hasMediaBeforeAnswer }) => view.state === 'ringing' && !hasMediaBeforeAnswer)
    return isRingingThere ? 'ring-back' : undefined
  }
}
