import type { Answer } from '../../../api/operation.ts'
import type { Carrier } from '../carrier.ts'

export type ProfileChanges = Carrier['profileChanges']
export type Profile = Answer<'GET /carrier-profiles'>['items'][number]
type Identity = Profile['settings']['identity']

/** What of a profile is chosen from a few words, and which words; of `identity` which header says what. */
export const IDENTITY_CHOICES = {
  from: ['own', 'shown', 'account'],
  asserted: ['own', 'shown', 'none'],
  preferred: ['own', 'shown', 'none'],
  hiddenFrom: ['anonymous', 'kept'],
  privacy: ['id', 'user;id', 'header;id', 'header;user;id'],
} as const satisfies { readonly [Key in keyof Required<NonNullable<Identity>>]: readonly string[] }

export const CHOICES = {
  forwardings: ['both', 'diversion', 'history-info', 'none'],
  ownFormat: ['e164', 'international', 'national', 'local'],
  userIsPhone: ['yes', 'no'],
  fax: ['t38', 'g711'],
  earlyMedia: ['heard', 'ringing'],
  reliableProvisional: ['required', 'supported', 'none'],
} as const

export const CODECS = ['PCMA', 'PCMU', 'G722', 'G729', 'opus'] as const

type Choice<Words extends readonly string[]> = Words[number] | ''

/** What stands in the form, in the shape of the API, so that what the server refuses finds its field. `''`, or nothing chosen: as in the profile. */
export interface ProfileValues {
  readonly profileChanges: { readonly [Key in keyof typeof CHOICES]: Choice<(typeof CHOICES)[Key]> } & {
    readonly identity: { readonly [Key in keyof typeof IDENTITY_CHOICES]: Choice<(typeof IDENTITY_CHOICES)[Key]> }
    readonly codecs: string[]
    readonly sessionTimer: '' | 'none' | 'seconds'
    readonly sessionTimerSeconds: number | ''
    readonly goesOnAfter: string[]
    readonly endsAfter: string[]
  }
}

const USUAL_SESSION_SECONDS = 1_800

export function profileValuesOf({ profileChanges: changes }: Pick<Carrier, 'profileChanges'>): ProfileValues {
  const { identity = {}, userIsPhone, codecs = [], sessionTimerSeconds, goesOnAfter = [], endsAfter = [] } = changes
  const { from = '', asserted = '', preferred = '', hiddenFrom = '', privacy = '' } = identity
  const { forwardings = '', ownFormat = '', fax = '', earlyMedia = '', reliableProvisional = '' } = changes
  const timer = sessionTimerSeconds === undefined ? '' : sessionTimerSeconds === null ? 'none' : 'seconds'
  return {
    profileChanges: {
      identity: { from, asserted, preferred, hiddenFrom, privacy },
      ...{ forwardings, ownFormat, fax, earlyMedia, reliableProvisional, codecs: [...codecs] },
      userIsPhone: userIsPhone === undefined ? '' : userIsPhone ? 'yes' : 'no',
      ...{ sessionTimer: timer, sessionTimerSeconds: sessionTimerSeconds ?? USUAL_SESSION_SECONDS },
      ...{ goesOnAfter: goesOnAfter.map(String), endsAfter: endsAfter.map(String) },
    },
  }
}

export function profileChangesOf({ profileChanges: values }: ProfileValues): ProfileChanges {
  const { identity, userIsPhone, codecs, sessionTimer, sessionTimerSeconds, goesOnAfter, endsAfter, ...chosen } = values
  const headers = said(identity)
  return {
    ...said(chosen),
    ...(Object.keys(headers).length > 0 && { identity: headers }),
    ...(userIsPhone !== '' && { userIsPhone: userIsPhone === 'yes' }),
    ...(codecs.length > 0 && { codecs: CODECS.filter((codec) => codecs.includes(codec)).toSorted(byPlaceIn(codecs)) }),
    ...(sessionTimer === 'none' && { sessionTimerSeconds: null }),
    ...(sessionTimer === 'seconds' && { sessionTimerSeconds: Number(sessionTimerSeconds) }),
    ...(goesOnAfter.length > 0 && { goesOnAfter: goesOnAfter.map(Number) }),
    ...(endsAfter.length > 0 && { endsAfter: endsAfter.map(Number) }),
  }
}

/** Final responses (RFC 3261 §21) that no other list has. */
export function isStatus(text: string): boolean {
  return /^[3-6]\d{2}$/.test(text)
}

function said<Values extends object>(values: Values): { [Key in keyof Values]?: Exclude<Values[Key], ''> } {
  const kept: { [Key in keyof Values]?: Exclude<Values[Key], ''> } = {}
  for (const key in values) if (isSaid(values[key])) kept[key] = values[key]
  return kept
}

function isSaid<Value>(value: Value): value is Exclude<Value, ''> {
  return value !== ''
}

/** The order in which they were chosen is the order in which they are preferred. */
function byPlaceIn(order: readonly string[]): (one: string, other: string) => number {
  return (one, other) => order.indexOf(one) - order.indexOf(other)
}
