/** Retry-After (RFC 9110 §10.2.3), seconds or a date, as milliseconds from now; undefined when it says nothing of use. */
export function retryAfterMs(value: unknown, nowMs: number): number | undefined {
  if (typeof value !== 'string') return undefined
  const waitMs = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - nowMs
  return Number.isFinite(waitMs) && waitMs > 0 ? waitMs : undefined
}
