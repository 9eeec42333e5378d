/** What the simulated public network does with a call to one of its numbers. */
export type Behaviour =
  /** Answers and sends back what it hears. */
  | { readonly kind: 'echo' }
  /** Answers and plays a tone. */
  | { readonly kind: 'tone'; readonly frequencyHz: number; readonly levelDbm0: number }
  /** Answers, plays a tone and hangs up. */
  | { readonly kind: 'hang-up-after'; readonly seconds: number }
  /** 486 */
  | { readonly kind: 'busy' }
  /** 180 until the caller gives up. */
  | { readonly kind: 'no-answer' }
  /** 404 */
  | { readonly kind: 'unassigned' }

/** The reference frequency for measuring telephone circuits (ITU-T O.6) and a usual level of speech. */
export const NETWORK_TONE = { frequencyHz: 1020, levelDbm0: -10 } as const

const TONE: Behaviour = { kind: 'tone', ...NETWORK_TONE }

/**
 * The network's own numbers. All lie in (0)30 23125 000–999, which the Bundesnetzagentur keeps free for
 * films and the like (Mitteilung 148/2021, Amtsblatt 7/2021): a call that leaves the simulation by mistake
 * disturbs nobody. The last digits say what happens.
 */
export const NETWORK_NUMBERS = {
  echo: '+493023125100',
  tone: '+493023125102',
  busy: '+493023125486',
  noAnswer: '+493023125180',
  unassigned: '+493023125404',
  /** Hangs up after 5 seconds. */
  hangUpAfter: '+493023125905',
} as const

/** Shown by calls that the network makes when nothing else is asked for. */
export const NETWORK_CALLER = '+493023125000'

const BEHAVIOURS: ReadonlyMap<string, Behaviour> = new Map<string, Behaviour>([
  [NETWORK_NUMBERS.echo, { kind: 'echo' }],
  [NETWORK_NUMBERS.tone, TONE],
  [NETWORK_NUMBERS.busy, { kind: 'busy' }],
  [NETWORK_NUMBERS.noAnswer, { kind: 'no-answer' }],
  // The control centres of the simulation: a tone shows that the call arrived.
  ['110', TONE],
  ['112', TONE],
])

const HANG_UP_PREFIX = '+493023125'

/** What happens on a call to `number` (E.164 with `+`, or an emergency number). Numbers that are not in the plan are unassigned. */
export function behaviourOf(number: string): Behaviour {
  const known = BEHAVIOURS.get(number)
  if (known) return known
  // …9SS answers and hangs up after SS seconds.
  const seconds = number.startsWith(`${HANG_UP_PREFIX}9`) ? Number(number.slice(HANG_UP_PREFIX.length + 1)) : 0
  return seconds >= 1 && seconds <= 99 ? { kind: 'hang-up-after', seconds } : { kind: 'unassigned' }
}

/** A called number in any format of NUM-04 but local, as E.164; emergency numbers stay as they are. */
export function calledNumber(user: string): string {
  if (user === '110' || user === '112' || user.startsWith('+')) return user
  if (user.startsWith('00')) return `+${user.slice(2)}`
  return user.startsWith('0') ? `+49${user.slice(1)}` : user
}
