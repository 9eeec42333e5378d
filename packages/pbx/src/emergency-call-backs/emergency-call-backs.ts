import { BoundedMap, type Clock } from '@klinke/foundation'

/** How long after an emergency call the control centre may call back, where the profile says nothing else. */
const CALL_BACK_MINUTES = 30
/** No profile grants more, and so no file does. */
const LONGEST_MS = 24 * 3_600_000
/** How long the phone rings for it, before the call goes where the number leads. */
export const CALL_BACK_RING_SECONDS = 20
/** Numbers that are remembered; of more the oldest is forgotten. */
export const MAX_REMEMBERED = 10_000
/** Phones of one number that are rung: the last that called for help. */
const MAX_PHONES = 8

/** Help was called from somewhere, and may be called back there. */
export interface ExpectedCallBack {
  readonly tenantId: string
  /** The number that was shown. */
  readonly e164: string
  /** The extension as which the phone is registered, or the trunk with a PBX behind it. */
  readonly phoneId: string
  readonly untilEpochMs: number
}

/** Keeps over a restart what is expected: in the minutes after an accident the exchange may be what failed. */
export interface CallBackKeeper {
  /** What the earlier process has left. */
  readonly kept: readonly ExpectedCallBack[]
  /** It has become another; `all` is asked when it is written. Never throws. */
  changed(all: () => readonly ExpectedCallBack[]): void
}

interface CallBack {
  readonly phoneId: string
  /** Monotonic, so that a clock that is set meanwhile shortens nobody's time. */
  readonly untilMs: number
}

interface Remembered {
  readonly tenantId: string
  readonly e164: string
  readonly callBacks: readonly CallBack[]
}

/**
 * Phones from which help was called. Who calls back the number that was shown reaches the phone, whatever its settings say
 * (a control centre must not meet do not disturb) and whoever has logged in or out there since.
 */
export class EmergencyCallBacks {
  readonly #byNumber = new BoundedMap<string, Remembered>(MAX_REMEMBERED)
  readonly #clock: Pick<Clock, 'nowMs' | 'epochMs'>
  readonly #keeper: CallBackKeeper | undefined

  /** @param keeper absent: a restart forgets. */
  constructor(clock: Pick<Clock, 'nowMs' | 'epochMs'>, keeper?: CallBackKeeper) {
    this.#clock = clock
    this.#keeper = keeper
    for (const { tenantId, e164, phoneId, untilEpochMs } of keeper?.kept ?? [])
      this.#remember(tenantId, e164, phoneId, Math.min(untilEpochMs - clock.epochMs(), LONGEST_MS))
  }

  /** `phoneId`: the extension as which the phone is registered, or the trunk. */
  expect(tenantId: string, e164: string, phoneId: string, minutes = CALL_BACK_MINUTES): void {
    this.#remember(tenantId, e164, phoneId, minutes * 60_000)
    this.#keeper?.changed(() => this.#all())
  }

  phonesFor(tenantId: string, e164: string): readonly string[] {
    return this.#current(keyOf(tenantId, e164)).map(({ phoneId }) => phoneId)
  }

  #remember(tenantId: string, e164: string, phoneId: string, forMs: number): void {
    if (forMs <= 0) return
    const key = keyOf(tenantId, e164)
    const others = this.#current(key).filter((other) => other.phoneId !== phoneId)
    const callBacks = [...others.slice(1 - MAX_PHONES), { phoneId, untilMs: this.#clock.nowMs() + forMs }]
    // The newest is forgotten last.
    this.#byNumber.delete(key)
    this.#byNumber.set(key, { tenantId, e164, callBacks })
  }

  #current(key: string): readonly CallBack[] {
    const nowMs = this.#clock.nowMs()
    return (this.#byNumber.get(key)?.callBacks ?? []).filter(({ untilMs }) => nowMs < untilMs)
  }

  #all(): readonly ExpectedCallBack[] {
    const [nowMs, epochMs] = [this.#clock.nowMs(), this.#clock.epochMs()]
    return [...this.#byNumber.values()].flatMap(({ tenantId, e164 }) =>
      this.#current(keyOf(tenantId, e164)).map(({ phoneId, untilMs }) => ({
        ...{ tenantId, e164, phoneId },
        untilEpochMs: epochMs + untilMs - nowMs,
      })),
    )
  }
}

function keyOf(tenantId: string, e164: string): string {
  return `${tenantId} ${e164}`
}
