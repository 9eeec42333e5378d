import { e164 } from '@klinke/accounts'
import { z } from 'zod'

/** Things with an id of their own that calls can be led to. */
export const TARGET_KINDS = ['extension', 'group', 'queue', 'flow', 'voicemail', 'conference', 'announcement', 'fax', 'trunk'] as const

export type TargetKind = (typeof TARGET_KINDS)[number]

/** Where a call is led: by a number (NUM-06), a forwarding, an overflow, a key of a menu. */
export type CallDestination =
  | { readonly kind: TargetKind; readonly targetId: string }
  | { readonly kind: 'external'; readonly number: string }
  | { readonly kind: 'operator' }
  | { readonly kind: 'hang-up'; readonly as?: HangUpAs | undefined }

/** What the caller is told of a call that ends here: 486, 603 or 404. */
export type HangUpAs = 'busy' | 'declined' | 'not-found'

const target = z.strictObject({
  kind: z.enum(TARGET_KINDS),
  targetId: z
    .uuid()
    .describe(
      'Id of the extension, group … of this tenant; for a voicemail the id of its box, for a fax that of an extension that is a fax line',
    ),
})
const external = z.strictObject({ kind: z.literal('external'), number: e164 })
const operator = z.strictObject({ kind: z.literal('operator').describe("The tenant's operator position") })
const hangUp = z.strictObject({ kind: z.literal('hang-up'), as: z.enum(['busy', 'declined', 'not-found']).optional() })

/** Where a fax machine is led: a fax line of the tenant, or a number outside. */
export type FaxDestination = Extract<CallDestination, { readonly kind: 'external' }> | { readonly kind: 'fax'; readonly targetId: string }

export const faxDestination = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fax'), targetId: z.uuid().describe('Id of an extension that is a fax line') }),
  external,
])

/** A destination in requests, answers and jsonb columns: the same everywhere. */
export const callDestination = z.discriminatedUnion('kind', [target, external, operator, hangUp])

/** The id of what is led to, if it is a thing of its own. */
export function targetOf(destination: CallDestination): { readonly kind: TargetKind; readonly targetId: string } | undefined {
  return 'targetId' in destination ? destination : undefined
}
