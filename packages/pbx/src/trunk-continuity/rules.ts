import { e164 } from '@klinke/accounts'
import { KlinkeError } from '@klinke/foundation'
import type { ProblemTable } from '@klinke/platform'
import { z } from 'zod'
import type { CallDestination } from '../destinations/destination.ts'

export const CONTINUITY_MODES = ['automatic', 'always', 'off'] as const

export type ContinuityMode = (typeof CONTINUITY_MODES)[number]

/** What becomes of calls to a customer's PBX while it is unreachable (BCP-01). */
export interface Continuity {
  /** 'automatic': while the PBX is unreachable; 'always': switched on by hand; 'off': such calls fail. */
  readonly mode: ContinuityMode
  readonly destination: CallDestination
}

/** By trunk id. */
export type TenantContinuity = ReadonlyMap<string, Continuity>

export const NO_CONTINUITY: TenantContinuity = new Map()

/** The three ways of BCP-01. */
export const continuityDestination = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('external'), number: e164 }),
    z.strictObject({ kind: z.literal('announcement'), targetId: z.uuid().describe('Id of an announcement, spoken or recorded') }),
    z.strictObject({ kind: z.literal('voicemail'), targetId: z.uuid().describe('Id of a mailbox, whose messages are sent by mail') }),
  ])
  .describe('A number outside that is not of this exchange, an announcement, or an announcement with a message that is delivered by mail')

export const continuityMode = z
  .enum(CONTINUITY_MODES)
  .describe('"automatic": while the PBX is unreachable, and no longer; "always": switched on; "off": such calls fail')

export class ContinuityOwnNumber extends KlinkeError {
  constructor(number: string) {
    super(
      'continuity-own-number',
      `${number} is a number of this exchange: when it fails, that fails too. Name a number of another provider.`,
    )
  }
}

export const continuityProblems: ProblemTable = {
  'continuity-own-number': {
    status: 422,
    title: { en: 'Number of this exchange', de: 'Rufnummer dieser Anlage' },
    germanDetail: 'Diese Rufnummer gehört zu dieser Anlage und fiele mit ihr aus. Nennen Sie eine Rufnummer bei einem anderen Anbieter.',
  },
}
