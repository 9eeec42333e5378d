import { failed, ok, type Random, type Result } from '@klinke/foundation'
import { codecsOf, sameCodec } from '../sdp/codec.ts'
import { constrainAnswer, directionOf } from '../sdp/direction.ts'
import type { MediaDescription, SessionDescription } from '../sdp/session-description.ts'
import { takeAnswer } from './accept-answer.ts'
import { asAllowed } from './allowed-codecs.ts'
import { type EndpointNegotiation, type NegotiationError, type PortFor, seal } from './endpoint-negotiation.ts'
import { answeredLine, type LineContent, refusedLine } from './line.ts'
import { transportOf } from './line-transport.ts'
import { audioContent, isSpoken, isVoice, LOCAL_CODECS, selectCodecs } from './local-codecs.ts'
import { plainLine, plainSession } from './plain-content.ts'
import { readDescription } from './read-description.ts'
import type { Relayed } from './relay-offer.ts'
import { relayedAttributes } from './relayed-attributes.ts'
import { isAnswerUsable } from './streams.ts'
import { webRtcSession } from './web-rtc-session.ts'

/**
 * `from`'s peer answered the offer that `relayOffer` made out of `to`'s; gives the answer for `to`'s peer. Payload types the
 * answerer chose pass as they are (RFC 3264 §6.1), so each side sends with the numbers the other asked for.
 *
 * The answer may come again: the same one with the 200 after early media gives the same text, another fork's a new version.
 */
export function relayAnswer(
  from: EndpointNegotiation,
  to: EndpointNegotiation,
  sdp: string,
  portFor: PortFor,
  random: Random,
): Result<Relayed, NegotiationError> {
  const parsed = readDescription(sdp)
  if (!parsed.ok) return parsed
  const offer = from.lastOffer
  if (!offer?.relayed || to.phase === 'offer-sent') return failed({ kind: 'no-offer', detail: 'no relayed offer waits for an answer' })
  const { source, lineMap } = offer.relayed
  const answer = asAllowed(parsed.value, from.profile)
  const media = source.media.map((offered, index) => {
    const line = lineMap[index]
    const ours = line === undefined ? undefined : offer.description.media[line]
    const theirs = line === undefined ? undefined : answer.media[line]
    if (!ours || !theirs || !isAnswerUsable(ours, theirs)) return refusedLine(offered)
    return answerLine(to, index, source, offered, answer, plainLine(theirs), portFor, random)
  })
  if (media.every(({ port }) => port === 0) && parsed.value.media.some(({ port }) => port !== 0)) {
    return failed({ kind: 'nothing-acceptable', detail: 'the answer has no codec or protection of the offer' })
  }
  const attributes = [...webRtcSession(media, source), ...relayedAttributes(plainSession(answer))]
  const sealed = seal(to, { bandwidths: answer.bandwidths, attributes, media })
  return ok({
    from: takeAnswer(from, offer.description, answer),
    to: { ...sealed.endpoint, phase: 'stable', agreed: { local: sealed.description, remote: source, offeredBy: 'remote' } },
    sdp: sealed.sdp,
  })
}

function answerLine(
  to: EndpointNegotiation,
  line: number,
  source: SessionDescription,
  offered: MediaDescription,
  answer: SessionDescription,
  theirs: MediaDescription,
  portFor: PortFor,
  random: Random,
): MediaDescription {
  const formats = transportOf(offered) === 'udptl' ? theirs.formats : commonFormats(offered, theirs)
  const transcoded = transcodedContent(offered, theirs, formats)
  const port = formats.length > 0 || transcoded ? portFor(line) : undefined
  if (!port) return refusedLine(offered)
  const direction = constrainAnswer(directionOf(answer, theirs), directionOf(source, offered))
  const content = transcoded ?? { ...theirs, formats, connection: undefined, attributes: relayedAttributes(theirs.attributes) }
  return answeredLine(to, line, offered, content, direction, port, random)
}

/** What the offerer is told when the answerer took only a codec that was added to the offer: one of its own that is spoken here. */
function transcodedContent(offered: MediaDescription, answered: MediaDescription, common: readonly string[]): LineContent | undefined {
  if (offered.kind !== 'audio') return undefined
  const voices = codecsOf(answered).filter(isVoice)
  const isShared =
    voices.some(({ payloadType }) => common.includes(String(payloadType))) || common.some((format) => isUnknown(answered, format))
  const codecs = selectCodecs(offered, LOCAL_CODECS)
  return isShared || codecs.length === 0 || !voices.some((codec) => isSpoken(codec)) ? undefined : audioContent(codecs)
}

function isUnknown(media: MediaDescription, format: string): boolean {
  return !codecsOf(media).some(({ payloadType }) => String(payloadType) === format)
}

/** Formats of the answer that were offered: the same codec, whatever its number; without known codec the same number. */
function commonFormats(offered: MediaDescription, answered: MediaDescription): string[] {
  const offeredCodecs = codecsOf(offered)
  const answeredCodecs = codecsOf(answered)
  return answered.formats.filter((format) => {
    const codec = answeredCodecs.find(({ payloadType }) => String(payloadType) === format)
    return codec
      ? offeredCodecs.some((other) => sameCodec(codec, other)) || isBareNumber(offeredCodecs, format, offered)
      : offered.formats.includes(format)
  })
}

/** An offered format without rtpmap: only its number says what it is. */
function isBareNumber(codecs: readonly { readonly payloadType: number }[], format: string, offered: MediaDescription): boolean {
  return offered.formats.includes(format) && !codecs.some(({ payloadType }) => String(payloadType) === format)
}
