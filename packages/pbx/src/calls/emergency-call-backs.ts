import { BoundedMap } from '@klinke/foundation'

/** How long after an emergency call the control centre may call back, where the profile says nothing else. */
const CALL_BACK_MINUTES = 30
/** How long the phone rings for it, before the call goes where the number leads. */
export const CALL_BACK_RING_SECONDS = 20
/** Numbers that are remembered; of more the oldest is forgotten. */
const MAX_REMEMBERED = 10_000
/** Phones of one number that are rung: the last that called for help. */
const MAX_PHONES = 8

interface CallBack {
  readonly phoneId: string
  readonly untilMs: number
}

/**
 * Phones from which help was called. Who calls back the number that was shown reaches the phone, whatever its settings say
 * (a control centre must not meet do not disturb) and whoever has logged in or out there since.
 */
export class EmergencyCallBacks {
  readonly #byNumber = new BoundedMap<string, readonly CallBack[]>(MAX_REMEMBERED)

  /** `phoneId`: the extension as which the phone is registered. */
  expect(tenantId: string, e164: string, phoneId: string, nowMs: number, minutes = CALL_BACK_MINUTES): void {
    const key = `${tenantId} ${e164}`
    const others = this.#current(key, nowMs).filter((other) => other.phoneId !== phoneId)
    this.#byNumber.delete(key)
    this.#byNumber.set(key, [...others.slice(1 - MAX_PHONES), { phoneId, untilMs: nowMs + minutes * 60_000 }])
  }

  phonesFor(tenantId: string, e164: string, nowMs: number): readonly string[] {
    return this.#current(`${tenantId} ${e164}`, nowMs).map(({ phoneId }) => phoneId)
  }

  #current(key: string, nowMs: number): readonly CallBack[] {
    return (this.#byNumber.get(key) ?? []).filter(({ untilMs }) => nowMs < untilMs)
  }
}
