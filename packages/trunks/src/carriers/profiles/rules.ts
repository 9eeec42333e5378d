import { inBoth } from '@klinke/platform'
import { z } from 'zod'
import { VOICE_CODECS } from './carrier-profile.ts'
import { PROFILE_NAMES } from './shipped-profiles.ts'

export const profileName = z.enum(PROFILE_NAMES)

const which = z.enum(['own', 'shown', 'none'])
const identity = z.strictObject({
  from: z.enum(['own', 'shown', 'account']).describe('`own`: the number that pays; `shown`: the one that the called party sees'),
  asserted: which.describe('P-Asserted-Identity (RFC 3325)'),
  preferred: which.describe('P-Preferred-Identity (RFC 3325)'),
  hiddenFrom: z.enum(['anonymous', 'kept']).describe('From of a caller who hides'),
  privacy: z.enum(['id', 'user;id', 'header;id', 'header;user;id']).describe('Value of Privacy for a caller who hides (RFC 3323)'),
})

/** Final responses that a carrier may give (RFC 3261 §21). */
const statuses = z.array(z.int().min(300).max(699)).max(64)

const isWithoutDoubles = (values: readonly unknown[]): boolean => new Set(values).size === values.length

/** What a profile says. */
export const profileFields = z.strictObject({
  identity: identity.describe('Which number stands in which header (CLI-02)'),
  forwardings: z.enum(['both', 'diversion', 'history-info', 'none']),
  ownFormat: z.enum(['e164', 'international', 'national', 'local']).describe('How our own numbers are written; absent: as called ones'),
  userIsPhone: z.boolean().describe('`user=phone` in URIs with numbers'),
  codecs: z
    .array(z.enum(VOICE_CODECS))
    .min(1)
    .refine(isWithoutDoubles, inBoth({ en: 'must name each codec once', de: 'darf jeden Codec nur einmal nennen' }))
    .describe('Voice codecs that may be spoken, preferred first'),
  fax: z.enum(['t38', 'g711']).describe('`g711`: T.38 is never offered, a fax goes in G.711'),
  earlyMedia: z.enum(['heard', 'ringing']).describe('`ringing`: the caller hears its own ring-back tone, not what 183 brings'),
  reliableProvisional: z.enum(['required', 'supported', 'none']).describe('PRACK (RFC 3262)'),
  sessionTimerSeconds: z.int().min(90).max(86_400).nullable().describe('Session timer (RFC 4028); null: none'),
  goesOnAfter: statuses.describe('Another carrier is tried after these, whatever the common table says'),
  endsAfter: statuses.describe('No other carrier is tried after these'),
})

/** What of a shipped profile is otherwise with one carrier: all of it may be left out. */
export const profileChanges = profileFields
  .extend({ identity: identity.partial().describe('Which number stands in which header (CLI-02)') })
  .partial()
  .refine(
    ({ goesOnAfter = [], endsAfter = [] }) => !goesOnAfter.some((status) => endsAfter.includes(status)),
    inBoth({ en: 'must not name a status both ways', de: 'darf einen Status nicht in beiden Listen nennen' }),
  )
