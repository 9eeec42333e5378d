import type { Disagreement } from './google.ts'

/** A difference to libphonenumber that is meant, and why. */
export interface Difference {
  readonly what: string
  readonly why: string
  readonly applies: (one: Disagreement) => boolean
}

function ours(kinds: readonly string[]): (one: Disagreement) => boolean {
  return ({ kind, fault, google }) => kinds.includes(kind) && fault === undefined && !google.isValid
}

/** Every difference that the property test may find; each must occur, so that none outlives its reason. README.md lists them. */
export const DIFFERENCES: readonly Difference[] = [
  {
    what: 'subscriber numbers with 0 or 11 in front',
    why: 'The Bundesnetzagentur assigns none; Google looks at the area code and the length only.',
    applies: ({ kind, fault }) => kind === 'geographic' && fault === 'no-subscriber',
  },
  {
    what: 'area codes that are nobody’s',
    why: 'Google has the first three digits of area codes as a pattern, we have the list.',
    applies: ({ kind, google }) => kind === 'unassigned' && google.type === 'FIXED_LINE',
  },
  {
    what: 'one-digit subscriber numbers',
    why: 'Google counts the whole number: one digit behind a long area code is enough.',
    applies: ({ kind, fault }) => kind === 'geographic' && fault === 'too-short',
  },
  {
    what: 'two-digit subscriber numbers behind short area codes',
    why: 'Heads of old PBXs (0221 47-…) are so short; Google wants three digits behind any code.',
    applies: (one) => ours(['geographic'])(one) && one.national.length <= 6,
  },
  {
    what: 'digits behind the longest number of E.164',
    why: 'Google allows 15 national digits; with the country code that is 17, and E.164 has 15.',
    applies: ({ fault, google }) => fault === 'too-long' && google.isValid,
  },
  {
    what: 'short codes and emergency numbers',
    why: 'They are no E.164 numbers, so Google has another library for them; phones and carriers do send them behind +49.',
    applies: ours(['emergency', 'directory', 'short-code']),
  },
  {
    what: 'ranges that nobody calls from abroad',
    why: 'Online services, call-by-call and test numbers are not in Google’s metadata; a bar needs them.',
    applies: ours(['online-service', 'call-by-call', 'test']),
  },
  {
    what: 'mailboxes of mobile numbers',
    why: 'Google knows the two digits of each network; any two are taken here, since networks change them.',
    applies: (one) => one.kind === 'mobile' && one.national.length >= 12 && one.fault === undefined,
  },
  {
    what: 'parts of 015 without a network yet',
    why: 'The whole of 015 is for mobile networks; Google follows each assignment, and so would be late here.',
    applies: (one) => ours(['mobile'])(one) && /^15[34]/.test(one.national),
  },
  {
    what: 'user groups of other lengths',
    why: 'Numbers of 0182–0189 have eleven digits at Google; older ones are shorter, and their holders lengthen them.',
    applies: ours(['user-group']),
  },
  {
    what: 'short 0180 numbers',
    why: 'The Nummernplan has ten digits since 2010; Google keeps the shorter ones from before.',
    applies: ({ kind, fault }) => kind === 'shared-cost' && fault === 'too-short',
  },
  {
    what: '0138',
    why: 'Given back in 2015; Google keeps it as shared cost.',
    applies: ({ kind, fault }) => kind === 'mass-traffic' && fault === 'not-assigned',
  },
  {
    what: '0137-7, -8 and -9',
    why: 'Google files the dear ones under premium; they are mass traffic by the Nummernplan, and barred as such (FRD-01).',
    applies: ({ kind, google }) => kind === 'mass-traffic' && google.type === 'PREMIUM_RATE',
  },
  {
    what: '0322 with nine digits',
    why: 'The Nummernplan has eleven digits for 032.',
    applies: ({ kind, fault }) => kind === 'national-subscriber' && fault === 'too-short',
  },
  {
    what: 'extensions behind 049',
    why: 'Google lets numbers of 0490 to 0497 have twelve digits, lest somebody dials the country code twice.',
    applies: (one) => ours(['geographic'])(one) && /^49[0-7]\d{10}$/.test(one.national),
  },
]
