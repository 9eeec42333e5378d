import type { NegotiationProfile } from '../endpoint-negotiation.ts'

const OURS = Array.from({ length: 32 }, () => 'AB').join(':')
export const BROWSER_FINGERPRINT = Array.from({ length: 32 }, () => '5C').join(':')

/** An engine that speaks DTLS, towards any caller. */
export const WITH_DTLS: NegotiationProfile = {
  srtp: 'offered',
  addressFamily: 'IPv4',
  rtcpMux: true,
  fingerprint: { hash: 'sha-256', value: OURS },
}
/** The same towards a browser that registered over WebSocket. */
export const BROWSER: NegotiationProfile = { ...WITH_DTLS, srtp: 'dtls' }

export interface BrowserText {
  readonly version?: number
  readonly ufrag?: string
  readonly setup?: string
  readonly direction?: string
  readonly video?: boolean
  readonly bundle?: boolean
}

const PASSWORD = 'abcdefghijklmnopqrstuvwx'

/** What Chromium writes, shortened: the transport of the sound stands on its line. */
export function browserSdp({
  version = 1,
  ufrag = 'Br0w',
  setup = 'actpass',
  direction = 'sendrecv',
  video,
  bundle = true,
}: BrowserText = {}): string {
  const transport = [
    `a=ice-ufrag:${ufrag}`,
    `a=ice-pwd:${PASSWORD}`,
    'a=ice-options:trickle',
    `a=fingerprint:sha-256 ${BROWSER_FINGERPRINT}`,
    `a=setup:${setup}`,
  ]
  const lines = [
    'v=0',
    `o=- 4611731400430051336 ${version} IN IP4 127.0.0.1`,
    's=-',
    't=0 0',
    ...(bundle ? [`a=group:BUNDLE 0${video ? ' 1' : ''}`] : []),
    'a=extmap-allow-mixed',
    'a=msid-semantic: WMS stream',
    'm=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0 8 13 110 126',
    'c=IN IP4 0.0.0.0',
    'a=rtcp:9 IN IP4 0.0.0.0',
    'a=candidate:1 1 udp 2113937151 8f3c1c4e-0000-4000-8000-000000000000.local 50000 typ host generation 0 network-cost 999',
    ...transport,
    'a=mid:0',
    'a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level',
    `a=${direction}`,
    'a=msid:stream track',
    'a=rtcp-mux',
    'a=rtcp-rsize',
    'a=rtpmap:111 opus/48000/2',
    'a=rtcp-fb:111 transport-cc',
    'a=fmtp:111 minptime=10;useinbandfec=1',
    'a=rtpmap:63 red/48000/2',
    'a=fmtp:63 111/111',
    'a=rtpmap:9 G722/8000',
    'a=rtpmap:0 PCMU/8000',
    'a=rtpmap:8 PCMA/8000',
    'a=rtpmap:13 CN/8000',
    'a=rtpmap:110 telephone-event/48000',
    'a=rtpmap:126 telephone-event/8000',
    'a=ssrc:1001 cname:abc',
    ...(video
      ? ['m=video 9 UDP/TLS/RTP/SAVPF 96', 'c=IN IP4 0.0.0.0', ...transport, 'a=mid:1', 'a=rtcp-mux', 'a=rtpmap:96 VP8/90000']
      : []),
  ]
  return `${lines.join('\r\n')}\r\n`
}

/** A browser's answer with one voice codec. */
export function browserAnswer({
  ufrag = 'Br0w',
  setup = 'active',
  direction = 'sendrecv',
  mid = '0',
}: BrowserText & { readonly mid?: string } = {}): string {
  const lines = [
    'v=0',
    'o=- 4611731400430051336 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    `a=group:BUNDLE ${mid}`,
    'm=audio 9 UDP/TLS/RTP/SAVPF 8 101',
    'c=IN IP4 0.0.0.0',
    `a=ice-ufrag:${ufrag}`,
    `a=ice-pwd:${PASSWORD}`,
    `a=fingerprint:sha-256 ${BROWSER_FINGERPRINT}`,
    `a=setup:${setup}`,
    `a=mid:${mid}`,
    `a=${direction}`,
    'a=rtcp-mux',
    'a=rtpmap:8 PCMA/8000',
    'a=rtpmap:101 telephone-event/8000',
  ]
  return `${lines.join('\r\n')}\r\n`
}
