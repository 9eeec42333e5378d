/** A time, in milliseconds since the Unix epoch; its end is not of it. */
export interface Span {
  readonly fromMs: number
  readonly untilMs: number
}

/** The same time without overlaps, in order. */
export function union(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = []
  for (const span of spans.filter(({ fromMs, untilMs }) => untilMs > fromMs).toSorted((a, b) => a.fromMs - b.fromMs)) {
    const last = merged.at(-1)
    if (last !== undefined && span.fromMs <= last.untilMs) {
      merged[merged.length - 1] = { fromMs: last.fromMs, untilMs: Math.max(last.untilMs, span.untilMs) }
    } else merged.push(span)
  }
  return merged
}

/** What is in both. */
export function within(spans: readonly Span[], limits: readonly Span[]): readonly Span[] {
  return union(
    spans.flatMap(({ fromMs, untilMs }) =>
      limits.map((limit) => ({ fromMs: Math.max(fromMs, limit.fromMs), untilMs: Math.min(untilMs, limit.untilMs) })),
    ),
  )
}

/** What is in none of `others`. */
export function without(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  let left = union(spans)
  for (const { fromMs, untilMs } of others) {
    if (untilMs <= fromMs) continue
    left = left.flatMap((span) => [
      { fromMs: span.fromMs, untilMs: Math.min(span.untilMs, fromMs) },
      { fromMs: Math.max(span.fromMs, untilMs), untilMs: span.untilMs },
    ])
    left = left.filter((span) => span.untilMs > span.fromMs)
  }
  return left
}

/** The first milliseconds of spans in order, no more than so many. */
export function firstOf(spans: readonly Span[], lengthMs: number): readonly Span[] {
  let left = lengthMs
  return spans.flatMap(({ fromMs, untilMs }) => {
    const taken = Math.min(left, untilMs - fromMs)
    left -= taken
    return taken > 0 ? [{ fromMs, untilMs: fromMs + taken }] : []
  })
}

/** Milliseconds of spans that do not overlap. */
export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { fromMs, untilMs }) => sum + untilMs - fromMs, 0)
}
