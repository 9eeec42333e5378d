/** What a browser's field for day and time shows of a moment; empty: none. */
export function localOf(iso: string | null): string {
  if (iso === null) return ''
  return Temporal.Instant.from(iso).toZonedDateTimeISO(Temporal.Now.timeZoneId()).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/** And back; null: none. */
export function momentOf(local: string): string | null {
  return local === '' ? null : new Date(local).toISOString()
}
