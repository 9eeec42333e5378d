import { BoundedMap } from '@klinke/foundation'

/** How long after an emergency call the control centre may call back. */
export const CALL_BACK_MINUTES = 30
/** How long the phone rings for it, before the call goes where the number leads. */
export const CALL_BACK_RING_SECONDS = 20
/** Numbers that are remembered; of more the oldest is forgotten. */
const MAX_REMEMBERED = 10_000

interface CallBack {
  readonly phoneId: string
  readonly untilMs: number
}

/** Shared phones from which help was called: who calls back the number that was shown reaches the phone, whoever has logged in or out there since. */
export class EmergencyCallBacks {
  readonly #byNumber = new BoundedMap<string, CallBack>(MAX_REMEMBERED)

  /** `phoneId`: the extension as which the phone is registered. */
  expect(tenantId: string, e164: string, phoneId: string, nowMs: number): void {
    const key = `${tenantId} ${e164}`
    this.#byNumber.delete(key)
    this.#byNumber.set(key, { phoneId, untilMs: nowMs + CALL_BACK_MINUTES * 60_000 })
  }

  phoneFor(tenantId: string, e164: string, nowMs: number): string | undefined {
    const expected = this.#byNumber.get(`${tenantId} ${e164}`)
    return expected !== undefined && nowMs < expected.untilMs ? expected.phoneId : undefined
  }
}
