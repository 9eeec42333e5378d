const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

/** As the API writes months: `2026-11`. */
export function isMonth(text: string): boolean {
  return MONTH.test(text)
}

/** The month before this one. */
export function lastMonth(now: Date): string {
  return new Date(Date.UTC(now.getFullYear(), now.getMonth() - 1, 1)).toISOString().slice(0, 7)
}
