/** RTCP packets, RFC 3550 §6. All integers as on the wire; helpers in ntp.ts turn them into milliseconds. */
export type RtcpPacket = SenderReport | ReceiverReport | SourceDescription | Goodbye | OtherRtcp

export interface SenderReport {
  readonly kind: 'sender-report'
  readonly ssrc: number
  /** Wall-clock time of sending, seconds since 1900 and their fraction in 1/2³² s. */
  readonly ntpSeconds: number
  readonly ntpFraction: number
  readonly rtpTimestamp: number
  readonly packetCount: number
  readonly octetCount: number
  readonly reports: readonly ReportBlock[]
}

export interface ReceiverReport {
  readonly kind: 'receiver-report'
  readonly ssrc: number
  readonly reports: readonly ReportBlock[]
}

/** What one party heard from one source, §6.4.1. */
export interface ReportBlock {
  readonly ssrc: number
  /** Share of packets lost since the last report, in 1/256. */
  readonly fractionLost: number
  /** Packets lost in all; negative when more arrived than were expected (duplicates). */
  readonly cumulativeLost: number
  /** Extended highest sequence number. */
  readonly highestSequence: number
  /** In units of the RTP clock. */
  readonly jitter: number
  /** Middle 32 bits of the last sender report's NTP time; 0 for none. */
  readonly lastSenderReport: number
  /** In 1/65536 s; 0 for none. */
  readonly delaySinceLastSenderReport: number
}

/** SDES, §6.5: only the canonical name, the one item that is mandatory. */
export interface SourceDescription {
  readonly kind: 'source-description'
  readonly sources: readonly { readonly ssrc: number; readonly canonicalName: string }[]
}

export interface Goodbye {
  readonly kind: 'goodbye'
  readonly ssrcs: readonly number[]
  readonly reason: string | undefined
}

/** APP, feedback (RFC 4585), extended reports (RFC 3611): not read. */
export interface OtherRtcp {
  readonly kind: 'other'
  readonly packetType: number
}

export const RTCP_SENDER_REPORT = 200
export const RTCP_RECEIVER_REPORT = 201
export const RTCP_SOURCE_DESCRIPTION = 202
export const RTCP_GOODBYE = 203

export const RTCP_HEADER_LENGTH = 4
export const REPORT_BLOCK_LENGTH = 24
/** Sender information of an SR behind the SSRC. */
export const SENDER_INFORMATION_LENGTH = 20
/** Packets read of one compound. */
export const MAX_PACKETS_PER_COMPOUND = 32
