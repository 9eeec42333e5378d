import { KlinkeError } from '@klinke/foundation'
import { DEFAULT_TIME_ZONE } from '../snapshot.ts'
import { addressOn, type DatedAddress, type SiteAddress } from './site.ts'

/** An address with who said so, when, and why. */
export interface RecordedAddress extends DatedAddress {
  readonly reason: 'correction' | 'move'
  /** ISO 8601 instant. */
  readonly recordedAt: string
  readonly recordedBy: string
}

/** Who records an address, and when. */
export interface Recording {
  readonly epochMs: number
  readonly by: string
}

/** A move is told at least this long before (EMG-06), where the product says nothing else. */
export const MOVE_NOTICE_DAYS = 7
/** Addresses that a site can have had. */
const MAX_ADDRESSES = 100

/** The day in Germany, as an ISO 8601 date. */
export function germanDay(epochMs: number): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(epochMs)).toZonedDateTimeISO(DEFAULT_TIME_ZONE).toPlainDate().toString()
}

/** The address that holds from a later day on, if a move is planned. */
export function plannedMove(addresses: readonly RecordedAddress[], epochMs: number): RecordedAddress | undefined {
  const today = germanDay(epochMs)
  return addresses.find(({ from }) => from > today)
}

/** The address holds from today on: what was written wrong is mended at once (EMG-06). A planned move stays. Throws `TooManyAddresses`. */
export function corrected(addresses: readonly RecordedAddress[], address: SiteAddress, { epochMs, by }: Recording): RecordedAddress[] {
  const today = germanDay(epochMs)
  const now = addressOn(addresses, today)
  if (now !== undefined && isSame(now, address)) return [...addresses]
  const recorded = { ...address, from: today, reason: 'correction', recordedAt: instant(epochMs), recordedBy: by } as const
  return inOrder([...addresses, recorded])
}

/** The site moves on that day, `from`; a move that was planned before is given up. Throws `MoveTooSoon` or `TooManyAddresses`. */
export function moved(
  addresses: readonly RecordedAddress[],
  address: SiteAddress,
  from: string,
  { epochMs, by }: Recording,
  noticeDays = MOVE_NOTICE_DAYS,
): RecordedAddress[] {
  const earliest = Temporal.PlainDate.from(germanDay(epochMs)).add({ days: noticeDays }).toString()
  if (from < earliest) throw new MoveTooSoon(earliest, noticeDays)
  const recorded = { ...address, from, reason: 'move', recordedAt: instant(epochMs), recordedBy: by } as const
  return inOrder([...withoutMove(addresses, epochMs), recorded])
}

/** What has been and is; nothing of what is planned. */
export function withoutMove(addresses: readonly RecordedAddress[], epochMs: number): RecordedAddress[] {
  const today = germanDay(epochMs)
  return addresses.filter(({ from }) => from <= today)
}

/** Of two for one day the one that was recorded later is the later one. */
function inOrder(addresses: readonly RecordedAddress[]): RecordedAddress[] {
  if (addresses.length > MAX_ADDRESSES) throw new TooManyAddresses()
  return addresses.toSorted((one, other) => (one.from === other.from ? 0 : one.from < other.from ? -1 : 1))
}

function isSame(one: SiteAddress, other: SiteAddress): boolean {
  return (
    one.street === other.street && one.houseNumber === other.houseNumber && one.postalCode === other.postalCode && one.city === other.city
  )
}

function instant(epochMs: number): string {
  return new Date(epochMs).toISOString()
}

export class MoveTooSoon extends KlinkeError {
  constructor(earliest: string, noticeDays: number) {
    super(
      'move-too-soon',
      `A move is told at least ${noticeDays} days before, so that 110 and 112 know the new address in time: ${earliest} at the earliest. If only the address was written wrong, correct it: PATCH /sites/{siteId}.`,
    )
  }
}

export class TooManyAddresses extends KlinkeError {
  constructor() {
    super('too-many-addresses', `The site has had ${MAX_ADDRESSES} addresses, and no more are kept. Create a new site.`)
  }
}
