import { ContentDisposition } from '../header/content-disposition.ts'
import { paramText } from '../header/params.ts'
import { type BodyPart, bodyPart, printMultipart } from '../mime/multipart.ts'
import { type Core, newTag, SDP } from './core.ts'
import type { HeaderField } from './user-agent.ts'

/** The body of an INVITE: the offer, alone or with what goes beside it (RFC 5621). */
export function sessionContent(
  core: Core,
  offer: string | undefined,
  parts: readonly BodyPart[],
): { readonly body?: string | Uint8Array; readonly contentType?: string } {
  if (parts.length > 0) return printMultipart(offer === undefined ? parts : [bodyPart(SDP, offer), ...parts], newTag(core))
  return offer === undefined ? {} : { body: offer, contentType: SDP }
}

/**
 * True when an INVITE may go again without these parts, to a peer that understands no multipart body (415): a caller is more
 * than its position. Not where the caller says itself that it is not to be served without.
 */
export function mayBeLeftOut(parts: readonly BodyPart[]): boolean {
  return parts.length > 0 && !parts.some(({ headers }) => isRequired(headers.read(ContentDisposition)))
}

/** Header fields without those that point to a part which is left out: a Geolocation by `cid:` (RFC 6442 §4.1). */
export function withoutReferences(fields: readonly HeaderField[]): readonly HeaderField[] {
  return fields.filter(([name, value]) => name.toLowerCase() !== 'geolocation' || !/<cid:/i.test(value))
}

function isRequired(disposition: ContentDisposition | undefined): boolean {
  return disposition !== undefined && paramText(disposition.params, 'handling')?.toLowerCase() === 'required'
}
