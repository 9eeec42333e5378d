export { type AudioCodec, type AudioDecoder, type AudioEncoder, audioCodecFor } from './codecs/audio-codec.ts'
export { PCMA, PCMU } from './codecs/g711-codec.ts'
export { G722 } from './codecs/g722-codec.ts'
export { OPUS_CLOCK_RATE_HZ, opusDuration } from './codecs/opus-packet.ts'
export { type OpusParameters, opusParameters } from './codecs/opus-parameters.ts'
export { Concealer } from './concealment/concealer.ts'
export { type DtmfOptions, dtmfTone } from './dtmf/dtmf-tone.ts'
export { DTMF_KEYS, dtmfFrequencies } from './dtmf/frequencies.ts'
export { InbandKeyDetector } from './dtmf/inband-key-detector.ts'
export { CALLING_TONE_HZ, CallingToneDetector } from './fax/calling-tone-detector.ts'
export {
  ALAW_SILENCE,
  decodeG711,
  encodeG711,
  G711_CLOCK_RATE_HZ,
  G711_FRAME_OCTETS,
  type G711Law,
  transcodeG711,
  ULAW_SILENCE,
} from './g711/g711.ts'
export { type IceCredentials, newIceCredentials, sameCredentials } from './ice/credentials.ts'
export { type IceEffect, type IceEvent, type IceLite, newIceLite, stepIceLite } from './ice/ice-lite.ts'
export { JitterBuffer, type JitterBufferCounters, type JitterBufferOptions, type Playout } from './jitter/jitter-buffer.ts'
export { MAX_ROOM_MEMBERS, type MemberOptions, type MixingRoom, type RoomOptions } from './media-engine/mixing-room.ts'
export type {
  FilesSource,
  MediaSource,
  Playback,
  PlaybackEnd,
  PressOptions,
  SignalName,
  SignalSource,
} from './media-engine/playing.ts'
export type { ListenOptions, Recording, RecordingEnd, RecordingLimits, RecordingOptions } from './media-engine/recording.ts'
export {
  type Endpoint,
  type EndpointProfile,
  type EndpointStatistics,
  type MediaEngine,
  type MediaEvent,
  type MediaSession,
  type MediaSessionOptions,
  NOTHING_COUNTED,
  type OfferOptions,
  type ProtectionFailure,
  type QualitySample,
} from './media-engine.ts'
export { Mixer, type MixerOptions, MOST_MIXER_MEMBERS } from './mixing/mixer.ts'
export type { MemberRights, MixerMember } from './mixing/mixer-member.ts'
export { saturate } from './mixing/saturate.ts'
export { acceptAnswer } from './negotiation/accept-answer.ts'
export { type AllowedMedia, allowedOf, notAllowed } from './negotiation/allowed-codecs.ts'
export {
  type Agreement,
  type EndpointNegotiation,
  type LocalPort,
  type NegotiationError,
  type NegotiationProfile,
  newNegotiation,
  type PortFor,
  rejectOffer,
  type Sealed,
} from './negotiation/endpoint-negotiation.ts'
export { faxCodecsLike } from './negotiation/fax-lines.ts'
export { codecsFor, codecsInUse, codecsLike, isVoice, LOCAL_CODECS, LOCAL_PACKET_TIME_MS } from './negotiation/local-codecs.ts'
export { answerLocally, offerLocally } from './negotiation/local-session.ts'
export { type PayloadMap, type PayloadRule, payloadMap } from './negotiation/payload-map.ts'
export { relayAnswer } from './negotiation/relay-answer.ts'
export { type Relayed, relayOffer } from './negotiation/relay-offer.ts'
export { type NegotiatedStream, streamsOf, type WebRtcTransport } from './negotiation/streams.ts'
export { type ReceptionReport, ReceptionStatistics } from './packet/reception-statistics.ts'
export {
  isRtcp,
  markerOf,
  markPacket,
  payloadTypeOf,
  RTP_FIXED_HEADER_LENGTH,
  type RtpHeader,
  rtpHeaderLength,
  rtpPayloadLength,
  sequenceNumberOf,
  setPayloadType,
  setSequenceNumber,
  setSsrc,
  setTimestamp,
  ssrcOf,
  timestampOf,
  writeRtpHeader,
} from './packet/rtp-packet.ts'
export { extendSequence, sequenceDistance, timestampDistance } from './packet/sequence.ts'
export { meanOpinionScore, type TransmissionQuality, transmissionRating } from './quality/e-model.ts'
export { EndpointMeter } from './quality/endpoint-meter.ts'
export { MAX_SAMPLES, QualityHistory, SAMPLE_INTERVAL_MS } from './quality/quality-history.ts'
export { Resampler, type ResamplerRateHz } from './resampling/resampler.ts'
export { buildRtcp } from './rtcp/build-rtcp.ts'
export { compactDuration, compactNtp, ntpOf, roundTripMs } from './rtcp/ntp.ts'
export { parseRtcp } from './rtcp/parse-rtcp.ts'
export type { Goodbye, OtherRtcp, ReceiverReport, ReportBlock, RtcpPacket, SenderReport, SourceDescription } from './rtcp/rtcp-packet.ts'
export { attributeValue, attributeValues, hasAttribute } from './sdp/attributes.ts'
export { type Codec, codecsOf, isComfortNoise, isTelephoneEvent, packetTimeMs, sameCodec } from './sdp/codec.ts'
export {
  type CryptoAttribute,
  type CryptoSuite,
  cryptoAttributesOf,
  keyAndSalt,
  MASTER_KEY_AND_SALT_LENGTH,
  parseCryptoAttribute,
  printCryptoAttribute,
} from './sdp/crypto-attribute.ts'
export { type Direction, directionOf, receives, reverse, sends } from './sdp/direction.ts'
export { type Fingerprint, type FingerprintHash, fingerprintsOf, parseFingerprint, printFingerprint } from './sdp/fingerprint.ts'
export { type MediaAddress, mediaAddressOf } from './sdp/media-address.ts'
export { parseSdp } from './sdp/parse.ts'
export { printSdp } from './sdp/print.ts'
export { isPrivateAddress } from './sdp/private-address.ts'
export type {
  AddressFamily,
  Attribute,
  Bandwidth,
  Connection,
  MediaDescription,
  Origin,
  SdpError,
  SessionDescription,
} from './sdp/session-description.ts'
export { SilenceDetector } from './silence/silence-detector.ts'
export { SrtpReceiver } from './srtp/srtp-receiver.ts'
export { SrtpSender } from './srtp/srtp-sender.ts'
export { SRTP_MAX_OVERHEAD } from './srtp/suite.ts'
export { buildBindingRequest, buildBindingResponse, buildCheck, type Check } from './stun/build-stun.ts'
export { parseStun } from './stun/parse-stun.ts'
export { hasFingerprint, hasIntegrity, sign } from './stun/stun-integrity.ts'
export { type IceRole, isStun, type StunAddress, type StunKind, type StunMessage } from './stun/stun-message.ts'
export { KeyPressDecoder } from './telephone-event/key-press-decoder.ts'
export { type KeyPressOptions, type KeyPressPacket, keyPressPackets } from './telephone-event/key-press-packets.ts'
export {
  EVENT_DIGITS,
  type KeyPress,
  MAX_SEGMENT_DURATION,
  parseTelephoneEvent,
  printTelephoneEvent,
  type TelephoneEventPacket,
} from './telephone-event/telephone-event.ts'
export { type CadenceStep, cadenceOf } from './tones/cadence.ts'
export { levelAt } from './tones/goertzel.ts'
export { dbovOfDbm0, FULL_SCALE_SINE_DBM0, levelOfPeak, levelOfSamples, peakOfLevel, SILENCE_DBM0 } from './tones/level.ts'
export { NOTICE_TONES, type NoticeToneName } from './tones/notice-tone.ts'
export { continuous, GERMAN_TONES, type GermanToneName, TONE_LEVEL_DBM0, type Tone, type ToneStep } from './tones/tone.ts'
export { ToneGenerator } from './tones/tone-generator.ts'
export { buildWavHeader } from './wav/build-wav.ts'
export { parseWav } from './wav/parse-wav.ts'
export { readSamples, writeSamples, writeStereoSamples } from './wav/samples.ts'
export { WAV_HEADER_OCTETS, WAV_HEADER_READ_OCTETS, WAV_SAMPLE_OCTETS, type WavError, type WavFormat, type WavHeader } from './wav/wav.ts'
