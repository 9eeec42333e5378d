/** Time between two changes of the clocks. */
interface Span {
  readonly fromMs: number
  readonly untilMs: number
  /** Of local time before UTC. */
  readonly offsetMs: number
}

/** Clocks change twice a year; more spans than these are no calls of one installation. */
const MAX_SPANS = 256

/**
 * Civil time of a time zone, fast: asked for many moments it remembers between which two changes of the clocks they lie. On the night in
 * which 02:30 comes twice, both are 02:30 of that day; the one that does not come is passed over.
 */
export class LocalClock {
  readonly timeZone: string
  #spans: Span[] = []
  #last: Span | undefined

  constructor(timeZone: string) {
    this.timeZone = timeZone
  }

  /** The span of a moment. */
  spanAt(epochMs: number): Span {
    const last = this.#last
    if (last !== undefined && isIn(last, epochMs)) return last
    const known = this.#spans.find((span) => isIn(span, epochMs))
    this.#last = known ?? this.#learn(epochMs)
    return this.#last
  }

  /** Milliseconds since 1970-01-01T00:00 on the clock on the wall. */
  localMs(epochMs: number): number {
    return epochMs + this.spanAt(epochMs).offsetMs
  }

  #learn(epochMs: number): Span {
    const at = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(this.timeZone)
    const next = at.getTimeZoneTransition('next')
    // The transition before the moment after this one: this moment itself, when clocks change in it.
    const before = at.add({ milliseconds: 1 }).getTimeZoneTransition('previous')
    const span = {
      fromMs: before?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
      untilMs: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
      offsetMs: at.offsetNanoseconds / 1_000_000,
    }
    if (this.#spans.length >= MAX_SPANS) this.#spans = []
    this.#spans.push(span)
    return span
  }
}

function isIn({ fromMs, untilMs }: Span, epochMs: number): boolean {
  return epochMs >= fromMs && epochMs < untilMs
}
