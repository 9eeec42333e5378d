import { type Codec, codecsOf, isTelephoneEvent } from '../sdp/codec.ts'
import type { Attribute, MediaDescription } from '../sdp/session-description.ts'
import { isSpoken, isVoice, LOCAL_CODECS } from './local-codecs.ts'

/** What a fax is carried by when there is no T.38: PCM, untouched. */
const FAX_CODECS = LOCAL_CODECS.filter(({ name }) => name === 'PCMA' || name === 'PCMU')

/** No silence suppression, please (RFC 3108 §5.6.4): a modem is not a voice, and its pauses are not silence. */
export const NO_SILENCE_SUPPRESSION: Attribute = { name: 'silenceSupp', value: 'off - - - -' }

/**
 * A relayed audio line as it is offered to a fax machine: of the offerer's codecs those that carry a fax and its key presses, without
 * comfort noise. Undefined when none carries one.
 */
export function faxLine(media: MediaDescription): MediaDescription | undefined {
  if (media.kind !== 'audio') return media
  const codecs = codecsOf(media)
  if (!codecs.some((codec) => isSpoken(codec, FAX_CODECS))) return undefined
  const kept = codecs.filter((codec) => isSpoken(codec, FAX_CODECS) || (isTelephoneEvent(codec) && codec.clockRateHz === 8000))
  const formats = media.formats.filter((format) => kept.some(({ payloadType }) => String(payloadType) === format))
  const attributes = media.attributes.filter(({ name, value = '' }) => {
    if (name === 'silenceSupp') return false
    const [format = ''] = value.split(' ', 1)
    return !OF_ONE_FORMAT.has(name) || format === '*' || formats.includes(format)
  })
  return { ...media, formats, attributes: [...attributes, NO_SILENCE_SUPPRESSION] }
}

/**
 * Codecs for an offer to a fax machine that will be connected with one who has `inUse`: the same law, so that the samples pass as they are.
 * Empty when the other one speaks something that a fax does not survive.
 */
export function faxCodecsLike(inUse: readonly Codec[]): readonly Codec[] {
  const voice = inUse.find(isVoice)
  const events = LOCAL_CODECS.filter((codec) => isTelephoneEvent(codec) && codec.clockRateHz === 8000)
  if (voice === undefined) return [...FAX_CODECS, ...events]
  return isSpoken(voice, FAX_CODECS) ? [voice, ...events] : []
}

const OF_ONE_FORMAT: ReadonlySet<string> = new Set(['rtpmap', 'fmtp', 'rtcp-fb'])
