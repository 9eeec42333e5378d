import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import { inBoth } from '@klinke/platform'
import { z } from 'zod'
import { profileChanges, profileName } from './profiles/rules.ts'

const hostName = z
  .string()
  .regex(
    /^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/,
    inBoth({ en: 'must be a host name or an IP address', de: 'muss ein Hostname oder eine IP-Adresse sein' }),
  )

/** Digest names and passwords go into quoted strings (RFC 3261 §25.1): printable, without quotes and backslashes. */
const digestText = z
  .string()
  .min(1)
  .max(128)
  .regex(
    /^[^\p{Cc}"\\]+$/u,
    inBoth({
      en: 'must be printable, without quotes and backslashes',
      de: 'muss aus druckbaren Zeichen bestehen, ohne Anführungszeichen und umgekehrten Schrägstrich',
    }),
  )

const registration = z.strictObject({
  kind: z.literal('registration'),
  username: digestText,
  password: digestText,
  expiresSeconds: z.int().min(60).max(86_400).default(300),
})
const fixedIp = z.strictObject({
  kind: z.literal('fixed-ip'),
  addresses: z
    .array(z.union([z.ipv4(), z.ipv6()]))
    .min(1)
    .max(64)
    .describe('Addresses that the carrier sends from'),
})

/** What is set of a carrier, the operator's or a customer's own. */
export const carrierFields = {
  name: z.string().trim().min(1).max(100),
  host: z.union([z.ipv4(), z.ipv6(), hostName]).describe('Name or address of the carrier; a name is resolved by RFC 3263'),
  port: z.int().min(1).max(65_535).nullable().describe('null: by DNS, or the standard port'),
  transport: z.enum(['UDP', 'TCP', 'TLS']),
  authentication: z.discriminatedUnion('kind', [registration, fixedIp]),
  outboundFormat: z
    .enum(['e164', 'international', 'national', 'local'])
    .describe('How called numbers are sent: +49221…, 0049221…, 0221…, or without area code'),
  priority: z.int().min(0).max(1_000).describe('Lower is tried first'),
  srtp: z.enum(['none', 'offered', 'required']),
  profile: profileName.nullable().describe('How it wants to be spoken to; null: as is usual for its authentication'),
  profileChanges: profileChanges.describe('In what it differs from the profile'),
  share: z
    .int()
    .min(0)
    .max(1_000)
    .describe('Its part of the calls among carriers of the same rank and price; 0: only when none of the others takes the call'),
  channels: z
    .int()
    .min(1)
    .max(100_000)
    .nullable()
    .describe('Calls that it takes at a time, in and out together: more go over the next carrier; null: nobody has said'),
  emergencyLocation: z
    .enum(['none', 'pidf-lo'])
    .describe('"pidf-lo": calls to 110 and 112 carry the address of the site as a location object (RFC 6442), for carriers that take it'),
  foreign: z.boolean().describe('It brings calls from networks abroad: German numbers other than mobile ones are not shown then (LAW-02)'),
}

export const newCarrier = z.strictObject({
  ...carrierFields,
  port: carrierFields.port.default(null),
  transport: carrierFields.transport.default('UDP'),
  outboundFormat: carrierFields.outboundFormat.default('e164'),
  priority: carrierFields.priority.default(100),
  srtp: carrierFields.srtp.default('none'),
  profile: carrierFields.profile.default(null),
  profileChanges: carrierFields.profileChanges.default({}),
  share: carrierFields.share.default(100),
  channels: carrierFields.channels.default(null),
  emergencyLocation: carrierFields.emergencyLocation.default('none'),
  foreign: carrierFields.foreign.default(false),
})
export const carrierChange = z.strictObject(carrierFields).partial()

export type NewCarrier = z.infer<typeof newCarrier>
export type CarrierChange = z.infer<typeof carrierChange>

export const carrierView = z.object({
  ...carrierFields,
  id: z.uuid(),
  authentication: z.discriminatedUnion('kind', [registration.omit({ password: true }), fixedIp]).describe('The password is never shown'),
  createdAt: z.iso.datetime(),
})

export class CarrierNameTaken extends KlinkeError {
  constructor(name: string) {
    super('carrier-name-taken', `There is a carrier named ${name} already. Choose another name, or change that one.`)
  }
}

export const carrierProblems: ProblemTable = {
  'carrier-name-taken': {
    status: 409,
    title: { en: 'Carrier name taken', de: 'Name des Carriers bereits vergeben' },
    germanDetail: 'Einen Carrier dieses Namens gibt es schon. Nehmen Sie einen anderen Namen, oder ändern Sie jenen.',
  },
}
