import { attributeValue, attributeValues } from '../sdp/attributes.ts'
import type { Attribute, MediaDescription, SessionDescription } from '../sdp/session-description.ts'
import { transportOf } from './line-transport.ts'

/**
 * What a description with WebRTC lines says for all of them: that ICE's lite side is here (RFC 8839 §5.3), and one bundle of the lines
 * that are on (RFC 9143). Into an answer only what was offered.
 */
export function webRtcSession(media: readonly MediaDescription[], offer: SessionDescription | undefined): Attribute[] {
  const live = media.filter((line) => line.port !== 0 && transportOf(line) === 'dtls')
  if (live.length === 0) return []
  const mids = live.flatMap((line) => attributeValue(line, 'mid') ?? [])
  const offered = offer && bundleOf(offer)
  const bundled = offered ? mids.filter((mid) => offered.includes(mid)) : offer ? [] : mids
  return [{ name: 'ice-lite', value: undefined }, ...(bundled.length > 0 ? [{ name: 'group', value: `BUNDLE ${bundled.join(' ')}` }] : [])]
}

function bundleOf(offer: SessionDescription): string[] | undefined {
  const [, ...mids] =
    attributeValues(offer, 'group')
      .find((value) => value.startsWith('BUNDLE'))
      ?.split(' ') ?? []
  return mids.length > 0 ? mids : undefined
}
