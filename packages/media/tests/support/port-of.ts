import assert from 'node:assert/strict'
import { parseSdp } from '@klinke/rtp'

/** RTP port of the first media line. */
export function portOf(sdp: string): number {
  const parsed = parseSdp(sdp)
  assert.ok(parsed.ok)
  const [media] = parsed.value.media
  assert.ok(media)
  return media.port
}
