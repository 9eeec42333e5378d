import { type Codec, codecsOf } from '../sdp/codec.ts'
import type { MediaDescription } from '../sdp/session-description.ts'
import { codecAttributes, isSpoken, isVoice, LOCAL_CODECS } from './local-codecs.ts'

/** What every telephone speaks. */
const G711: readonly Codec[] = LOCAL_CODECS.filter(({ name }) => name === 'PCMA' || name === 'PCMU')

/**
 * A relayed audio line with G.711 at its end where the offerer has none of it, so that parties without a common codec find one, between
 * which and the offerer's it is then transcoded. Only for an offerer with a codec that is spoken here. An answerer that keeps to the
 * order of the offer (RFC 3264 §6.1) takes one of the offerer's own first.
 */
export function withG711(media: MediaDescription): MediaDescription {
  if (media.kind !== 'audio') return media
  const codecs = codecsOf(media)
  if (!codecs.some((codec) => isVoice(codec) && isSpoken(codec))) return media
  const missing = G711.filter((law) => !isSpoken(law, codecs) && !media.formats.includes(String(law.payloadType)))
  if (missing.length < G711.length) return media
  return {
    ...media,
    formats: [...media.formats, ...missing.map(({ payloadType }) => String(payloadType))],
    attributes: [...media.attributes, ...missing.flatMap(codecAttributes)],
  }
}
