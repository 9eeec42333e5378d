import type { CallDestination } from '../destinations/destination.ts'
import type { ScheduleRef } from '../schedules/rules.ts'

/** How a tenant's shared phones are used (DEV-05). */
export interface HotDeskSettings {
  /** At a phone where somebody is logged in: the newcomer is refused, or takes the place. */
  readonly whenTaken: 'refuse' | 'replace'
  /** Automatic log-out so long after the log-in; null: never. */
  readonly logOutAfterHours: number | null
  /** Automatic log-out every day at that time of the tenant's zone, such as `20:00`; null: never. */
  readonly logOutAt: string | null
  /** Automatic log-out when that schedule closes; null: never. */
  readonly logOutWhenClosed: ScheduleRef | null
  /** Where calls go to an extension that is logged in nowhere, has no phone of its own and no forwarding; null: they are refused. */
  readonly loggedOffTo: CallDestination | null
}

export const DEFAULT_HOT_DESK_SETTINGS: HotDeskSettings = {
  whenTaken: 'refuse',
  logOutAfterHours: null,
  logOutAt: null,
  logOutWhenClosed: null,
  loggedOffTo: { kind: 'operator' },
}

/** A log-in at a shared phone. */
export interface LoggedIn {
  readonly extensionId: string
  /** Milliseconds since the Unix epoch. */
  readonly sinceMs: number
}

/** A tenant's hot-desking as calls see it. Extensions are named by their ids: the phone's and the user's. */
export interface HotDesking {
  /** Who is logged in at each shared phone; undefined: nobody. */
  readonly phones: ReadonlyMap<string, LoggedIn | undefined>
  /** The phone at which each logged-in extension sits. */
  readonly places: ReadonlyMap<string, string>
  /** Hashes of the PINs: who has one may log in. */
  readonly pins: ReadonlyMap<string, string>
  readonly settings: HotDeskSettings
}

export const NO_HOT_DESKING: HotDesking = {
  phones: new Map(),
  places: new Map(),
  pins: new Map(),
  settings: DEFAULT_HOT_DESK_SETTINGS,
}

/** A tenant's hot-desking of its phones with who sits there, and its PINs. */
export function hotDeskingOf(
  phones: Iterable<readonly [phoneId: string, user: LoggedIn | undefined]>,
  pins: Iterable<readonly [extensionId: string, pinHash: string]>,
  settings: HotDeskSettings = DEFAULT_HOT_DESK_SETTINGS,
): HotDesking {
  const all = new Map(phones)
  const places = new Map([...all].flatMap(([phone, user]) => (user === undefined ? [] : [[user.extensionId, phone] as const])))
  return { phones: all, places, pins: new Map(pins), settings }
}
