import type { Api } from '../../../api/client.ts'
import { Problem } from '../../../api/problem.ts'
import { type DeskCall, deskCalls } from './desk-calls.ts'
import { dialString } from './dial-string.ts'
import type { Ending, PhoneView } from './phone-view.ts'
import type { Telephone } from './telephone.ts'

/** While no events arrive. */
const LOOK_EVERY_MS = 2_000

const ENDINGS: ReadonlyMap<string, Ending> = new Map([
  ['no-phone-there', 'no-desk-phone'],
  ['not-callable', 'not-found'],
  ['not-controllable', 'not-now'],
  ['nothing-rings', 'not-now'],
  ['emergency-call-protected', 'emergency'],
])

/** The telephone on the desk, driven from here by the call control of the server (CTI): the sound stays there. */
export class DeskPhone implements Telephone {
  readonly isHere = false
  readonly #api: () => Api
  readonly #extensionId: string
  readonly #listeners = new Set<() => void>()
  #calls: readonly DeskCall[] = []
  #view: PhoneView = { connection: 'connecting', calls: [], ending: undefined }
  #timer: ReturnType<typeof setInterval> | undefined
  #looks: Promise<void> | undefined
  #looksAgain = false

  constructor(api: () => Api, extensionId: string) {
    this.#api = api
    this.#extensionId = extensionId
  }

  start(): void {
    this.look()
    this.#timer = setInterval(() => this.look(), LOOK_EVERY_MS)
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#listeners.clear()
  }

  readonly view = (): PhoneView => this.#view

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Something has happened to calls: asks how they stand. What comes while it asks is asked once more. */
  look(): void {
    this.#looksAgain = this.#looks !== undefined
    this.#looks ??= this.#ask().finally(() => {
      this.#looks = undefined
      if (this.#looksAgain) this.look()
    })
  }

  async call(typed: string): Promise<void> {
    const number = dialString(typed)
    const extensionId = this.#extensionId
    if (number !== '') await this.#do((api) => api('POST /calls', { body: { extensionId, number } }))
  }

  answer(id: string): Promise<void> {
    return this.#do((api) => api('POST /live-calls/{callId}/answer', this.#part(id)))
  }

  hangUp(id: string): void {
    void this.#do((api) => api('POST /live-calls/{callId}/hang-up', this.#part(id)))
  }

  hold(id: string): Promise<void> {
    return this.#do((api) => api('POST /live-calls/{callId}/hold', this.#part(id)))
  }

  /** Of two over one line the other one; of a call that is held by the desk phone itself, that is its own key's to do. */
  resume(id: string): Promise<void> {
    const isOther = this.#shared(id) !== undefined
    if (isOther) return this.#consultation(id, 'toggle')
    return this.#do((api) => api('POST /live-calls/{callId}/resume', this.#part(id)))
  }

  /** That is done at the phone. */
  mute(): void {}

  press(id: string, keys: string): void {
    void this.#do((api) => api('POST /live-calls/{callId}/keys', { ...this.#part(id), body: { keys } }))
  }

  transfer(id: string, typed: string): void {
    const number = dialString(typed)
    if (number !== '') void this.#do((api) => api('POST /live-calls/{callId}/transfer', { ...this.#part(id), body: { number } }))
  }

  async consult(id: string, typed: string): Promise<void> {
    const number = dialString(typed)
    if (number !== '') await this.#do((api) => api('POST /live-calls/{callId}/consultation', { ...this.#part(id), body: { number } }))
  }

  connect(id: string, otherId: string): void {
    if (this.#line(id) === this.#line(otherId)) void this.#consultation(id, 'connect')
    else void this.#do((api) => api('POST /live-calls/{callId}/transfer', { ...this.#part(id), body: { otherCallId: otherId } }))
  }

  readonly conference = (id: string): void => void this.#consultation(id, 'conference')

  #consultation(id: string, action: 'connect' | 'toggle' | 'conference'): Promise<void> {
    return this.#do((api) => api('PATCH /live-calls/{callId}/consultation', { ...this.#part(id), body: { action } }))
  }

  #part(callId: string) {
    return { path: { callId }, query: { extensionId: this.#extensionId } }
  }

  #line(id: string): string | undefined {
    return this.#calls.find((call) => call.id === id)?.line
  }

  /** The other call over the same line. */
  #shared(id: string): DeskCall | undefined {
    return this.#calls.find((call) => call.id !== id && call.line === this.#line(id))
  }

  async #do(work: (api: Api) => Promise<unknown>): Promise<void> {
    this.#show({ ending: undefined })
    try {
      await work(this.#api())
    } catch (error) {
      this.#show({ ending: (error instanceof Problem && ENDINGS.get(error.code)) || 'failed' })
    }
    this.look()
  }

  async #ask(): Promise<void> {
    try {
      const { items } = await this.#api()('GET /live-calls', { query: { extensionId: this.#extensionId } })
      this.#calls = deskCalls(items, this.#extensionId)
      this.#show({ connection: 'ready', calls: this.#calls })
    } catch {
      this.#show({ connection: 'lost' })
    }
  }

  #show(change: Partial<PhoneView>): void {
    this.#view = { ...this.#view, ...change }
    for (const listener of this.#listeners) listener()
  }
}
