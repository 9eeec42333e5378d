import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import { inBoth, type Text } from '@klinke/platform'
import { z } from 'zod'
import { customerKind } from '../legal-floors/customer-kind.ts'
import { retentionProfile, unlawfulRetention } from '../retention/retention-profile.ts'
import { serviceLevelProfile } from '../service-levels/service-level-profile.ts'
import type { TenantProfile } from '../snapshot.ts'
import { repairProfile } from '../tickets/repair-profile.ts'
import { userPackages } from '../user-packages/user-package.ts'
import { admissionProfile } from './admission-profile.ts'
import { extensionLimits } from './extension-limits.ts'
import { guardProfile } from './guard-profile.ts'
import { outboundProfile } from './outbound-profile.ts'
import { paymentProfile } from './payment-profile.ts'

/** What a new tenant gets unless it says otherwise. */
export const DEFAULT_PROFILE: TenantProfile = {
  maxContactsPerExtension: 4,
  whenContactsFull: 'replace-oldest',
  ringTimeoutSeconds: 30,
  minRegistrationSeconds: 60,
  maxRegistrationSeconds: 3_600,
  mediaInactivitySeconds: 60,
  sessionExpiresSeconds: 1_800,
  maxCallSeconds: null,
  echoNumber: '99',
  outsideLinePrefix: null,
  mediaPath: 'relay',
  voicemailMessages: 100,
  voicemailDays: 60,
  voicemailSeconds: 180,
  storageBytes: 10 * 1024 ** 3,
}

/** IANA name of a time zone. */
export const timeZone = z
  .string()
  .refine(isTimeZone, inBoth({ en: 'must be a time zone such as Europe/Berlin', de: 'muss eine Zeitzone wie Europe/Berlin sein' }))

const profileFields = {
  ...extensionLimits,
  whenContactsFull: z
    .enum(['refuse', 'replace-oldest'])
    .describe('One device too many is refused with 403, or takes the place of the one that was refreshed longest ago'),
  ringTimeoutSeconds: z.int().min(5).max(300).describe('How long a call rings before it counts as not answered'),
  minRegistrationSeconds: z.int().min(30).max(3_600).describe('Shorter registrations are refused with 423'),
  maxRegistrationSeconds: z.int().min(60).max(86_400).describe('Longer registrations are shortened to this'),
  mediaInactivitySeconds: z.int().min(10).max(3_600).describe('A call without media for so long is ended'),
  signalWhenMediaStops: z
    .boolean()
    .optional()
    .describe('A party hears a soft signal two seconds after the media of the other has stopped without a word; absent: yes'),
  sessionExpiresSeconds: z.int().min(90).max(86_400).describe('Session timer (RFC 4028)'),
  maxCallSeconds: z
    .int()
    .min(60)
    .max(86_400)
    .nullable()
    .describe('Longest call from the answer on; null: no limit. Emergency calls have none'),
  echoNumber: z
    .string()
    .regex(
      /^[1-9]\d{1,5}$/,
      inBoth({
        en: 'must have two to six digits and not begin with 0',
        de: 'muss zwei bis sechs Ziffern haben und darf nicht mit 0 beginnen',
      }),
    )
    .refine(isNoEmergencyNumber, inBoth({ en: 'must not be an emergency number', de: 'darf keine Notrufnummer sein' }))
    .nullable()
    .describe('Internal number that echoes what it hears; null: none. An extension of that number comes first'),
  outsideLinePrefix: z
    .string()
    .regex(/^\d{1,3}$/, inBoth({ en: 'must have one to three digits', de: 'muss eine bis drei Ziffern haben' }))
    .refine(isNoEmergencyNumber, inBoth({ en: 'must not be an emergency number', de: 'darf keine Notrufnummer sein' }))
    .nullable()
    .describe('Digits that are dialled before an outside number, and taken away where a number begins with them; null: none'),
  mediaPath: z.enum(['relay', 'direct']).describe('"relay" carries media through Klinke; "direct" lets the parties exchange it'),
  voicemailDays: z.int().min(1).max(3_650).describe('Days after which a message is deleted (VM-02)'),
  storageBytes: z.int().min(1_048_576).describe('Room for recordings and mailboxes (REC-01)'),
  maxConferenceMembers: z.int().min(3).max(99).optional().describe('Members of one conference at most; absent: 99'),
  emergencyCallBackMinutes: z
    .int()
    .min(5)
    .max(1_440)
    .optional()
    .describe('How long after a call to 110 or 112 calls to the number shown ring the phone through do not disturb; absent: 30'),
  requireValidSite: z
    .boolean()
    .optional()
    .describe(
      'Extensions only at sites where help finds them: with an address and a geographic number (EMG-01); absent: anywhere. New tenants have it, unless said otherwise',
    ),
  moveNoticeDays: z.int().min(0).max(90).optional().describe('Days before which a move of a site is told (EMG-06); 0: at once; absent: 7'),
  retention: retentionProfile
    .optional()
    .describe('How long personal data is kept; absent: until the day after, and 180 days after the invoice'),
  serviceLevel: serviceLevelProfile.optional().describe('Promised availability, maintenance and credits; absent: nothing is promised'),
  newNumbers: z
    .enum(['any', 'blocks-only', 'singles-beside-blocks'])
    .optional()
    .describe('New geographic numbers: only blocks, singles only beside a block, or any; ported ones always; absent: "any" (NUM-03)'),
  requireProofOfLocation: z.boolean().optional().describe('Geographic numbers only for sites with a document that proves them (NUM-02)'),
  maxExtensions: z.int().min(1).max(100_000).nullable().optional().describe('Extensions of the tenant at most; absent or null: no limit'),
  ownCarriers: z.int().min(0).max(16).optional().describe('Providers that the tenant may have by itself; absent: 16 (TRK-12)'),
  ownCarriersFallBack: z
    .boolean()
    .optional()
    .describe('Where the own provider of a site fails, calls go over the operator’s carriers; absent: not. Emergency calls always do'),
  phoneBookEntries: z.int().min(0).max(100_000).optional().describe('Entries of all phone books of the tenant; absent: 100,000'),
  personalPhoneBookEntries: z.int().min(0).max(10_000).optional().describe('Entries of an extension’s own phone book; absent: 2,000'),
  callbackBusyMinutes: z.int().min(1).max(480).optional().describe('How long a callback waits for a busy line; absent: 45'),
  callbackNoAnswerMinutes: z.int().min(1).max(1_440).optional().describe('The same after no answer; absent: 180'),
  callbackAgainMinutes: z
    .int()
    .min(1)
    .max(60)
    .nullable()
    .optional()
    .describe('Who does not answer its own callback is called once more after that; absent or null: not'),
  offerCallback: z.boolean().optional().describe('Callers inside may press 5 while a line is busy or nobody answers; absent: only by code'),
  redialEverySeconds: z.int().min(30).max(3_600).optional().describe('Time between two automatic redials; absent: 60'),
  redialAttempts: z
    .int()
    .min(1)
    .max(14)
    .optional()
    .describe('Automatic redials of a number (ETSI TBR 21 allows 15 calls in all); absent: 10'),
  announceFailures: z
    .enum(['phones', 'everyone', 'nobody'])
    .optional()
    .describe('Who hears why a call failed; absent: "phones", callers inside'),
  unsolicitedMessageLamps: z
    .enum(['unless-subscribed', 'always', 'never'])
    .optional()
    .describe('Whether phones are told of their messages that have not asked for it; absent: "unless-subscribed"'),
  callTraces: z
    .enum(['always', 'problems', 'never'])
    .optional()
    .describe('Of which calls SIP messages and media figures are kept to explain them; absent: "problems"'),
  callTraceDays: z.int().min(1).max(365).optional().describe('Days after which they are deleted; absent: 30'),
  minTrunkChannels: z.int().min(1).max(2_000).optional().describe('Channels that a trunk of the customer has at least (TRK-02); absent: 4'),
  outbound: outboundProfile.optional().describe('What may be dialled outside; absent: class 2 and the barred ranges of the catalogue'),
  admission: admissionProfile.optional().describe('Channels and call rate of the contract; absent: no limits'),
  guard: guardProfile.optional().describe('Limits of minutes and spending, prices of running calls; absent: none'),
  payments: paymentProfile.optional().describe('Announcement, fee and retry of direct debits; absent: 14 days, 12 euros, once'),
  customerKind: customerKind.optional(),
  repair: repairProfile.optional().describe('How soon faults are mended (SLA-02), and § 58 TKG; absent: no time is promised'),
  userPackages: userPackages.optional().describe('Packages of which each extension has one (BIL-01); absent: none'),
  timeZone: timeZone.optional().describe('Of schedules and announcements; absent: Europe/Berlin'),
  language: z.enum(['de', 'en']).optional().describe('Of announcements; absent: de'),
}

/** RFC 1035 host name in small letters, with at least one dot. */
export const sipDomain = z
  .string()
  .toLowerCase()
  .max(253)
  .regex(
    /^(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))+$/,
    inBoth({ en: 'must be a host name such as kunde.example.org', de: 'muss ein Hostname wie kunde.example.org sein' }),
  )

/** Ortsnetzkennzahl without the leading zero: two to five digits. */
export const areaCode = z.string().regex(
  /^[1-9]\d{1,4}$/,
  inBoth({
    en: 'must be an area code without the leading zero, such as 221',
    de: 'muss eine Vorwahl ohne die führende Null sein, etwa 221',
  }),
)

export const tenantProfile = z.object(profileFields)

/** Settings that differ from the product, as a profile or a request names them. */
export const tenantSettings = z.strictObject(profileFields).partial()

export const newTenant = z.strictObject({
  name: z.string().trim().min(1).max(100),
  sipDomain: sipDomain.describe('Domain of the SIP addresses and digest realm; cannot be changed later'),
  areaCode: areaCode.nullish().describe('Area code for local dialling, without the leading zero'),
  profile: tenantSettings.optional().describe('Settings that differ from the product'),
  resellerId: z.uuid().nullish().describe('Who looks after it; null: the operator'),
  demo: z.boolean().default(false).describe('A demo customer: four weeks, three extensions, never billed'),
})

export const tenantChange = z.strictObject({
  name: newTenant.shape.name.optional(),
  areaCode: newTenant.shape.areaCode,
  profile: newTenant.shape.profile,
  resellerId: newTenant.shape.resellerId,
  demo: z.literal(false).optional().describe('false: a demo customer becomes an ordinary one, with all it has'),
})

/** What customers are made with who pay: whoever works there can be found (EMG-01). Demo customers call nobody who would have to find them. */
export const NEW_TENANT_PROFILE: TenantProfile = { ...DEFAULT_PROFILE, requireValidSite: true }

/** So long a demo lasts (PORT-08). */
export const DEMO_DAYS = 28

export type NewTenant = z.infer<typeof newTenant>

/** `settings` over `base`. Throws `ProfileContradictory` when the result makes no sense. */
export function profileOf(settings: NewTenant['profile'], base: TenantProfile = DEFAULT_PROFILE): TenantProfile {
  const given = Object.entries(settings ?? {}).filter(([, value]) => value !== undefined)
  const profile: TenantProfile = { ...base, ...Object.fromEntries(given) }
  if (profile.minRegistrationSeconds > profile.maxRegistrationSeconds) {
    throw new ProfileContradictory({
      en: 'minRegistrationSeconds must not be above maxRegistrationSeconds.',
      de: 'minRegistrationSeconds darf nicht über maxRegistrationSeconds liegen.',
    })
  }
  return profile
}

/** As `profileOf`, of what somebody sets by the API. Throws `ProfileContradictory` for what the law does not allow any more, unless it stood there already. */
export function lawfulProfileOf(settings: NewTenant['profile'], base: TenantProfile): TenantProfile {
  const fault = unlawfulRetention(settings?.retention, base.retention)
  if (fault !== undefined) {
    throw new ProfileContradictory({ en: `retention.chargedCallDays ${fault.en}.`, de: `retention.chargedCallDays ${fault.de}.` })
  }
  return profileOf(settings, base)
}

export class ProfileContradictory extends KlinkeError {
  constructor(detail: Text) {
    super('profile-contradictory', detail.en, { german: detail.de })
  }
}

export class SipDomainTaken extends KlinkeError {
  constructor(domain: string) {
    super('sip-domain-taken', `The SIP domain ${domain} belongs to a tenant already. Choose another one.`)
  }
}

export const tenantProblems: ProblemTable = {
  'profile-contradictory': {
    status: 422,
    title: { en: 'The settings contradict each other', de: 'Die Einstellungen widersprechen sich' },
    germanDetail: 'Die Einstellungen widersprechen sich.',
  },
  'deletion-not-confirmed': {
    status: 409,
    title: { en: 'The deletion is not confirmed', de: 'Die Löschung ist nicht bestätigt' },
    germanDetail: 'Die Löschung lässt sich nicht zurücknehmen. Wiederholen Sie sie mit confirm=<Name> in der Anfrage.',
  },
  'tenant-has-calls': {
    status: 409,
    title: { en: 'Calls are in progress', de: 'Es wird gerade telefoniert' },
    germanDetail:
      'Hier wird gerade telefoniert. Warten Sie das Ende ab, oder wiederholen Sie es mit force=true: Gespräche gehen zu Ende, neue gibt es nicht.',
  },
  'tenant-not-settled': {
    status: 409,
    title: { en: 'Not everything is settled', de: 'Es ist noch nicht alles abgerechnet' },
    germanDetail:
      'Mit diesem Kunden ist noch nicht alles abgerechnet: Es gibt offene Posten, laufende Lastschriften oder Gespräche ohne Rechnung. Erledigen Sie das zuerst.',
  },
  'sip-domain-taken': {
    status: 409,
    title: { en: 'SIP domain taken', de: 'SIP-Domain bereits vergeben' },
    germanDetail: 'Diese SIP-Domain gehört schon einem Kunden. Nehmen Sie eine andere.',
  },
}

function isTimeZone(text: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text)
    return true
  } catch {
    return false
  }
}

/** Whoever dials 110 or 112 must reach help (EMG-01): it is recognised first, so no other meaning would ever be reached. */
function isNoEmergencyNumber(digits: string): boolean {
  return digits !== '110' && digits !== '112'
}
