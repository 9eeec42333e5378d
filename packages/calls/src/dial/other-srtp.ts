import type { DialTarget } from '../exchange/exchange.ts'

/**
 * A phone says only by 488 that it wants encryption, or that it wants none; one over WebSocket, that it is a browser. The target with
 * the other choice; `undefined` where the configuration has decided, or a browser has said before what it is.
 */
export function otherSrtp(target: DialTarget): DialTarget | undefined {
  const { destination, media } = target
  if (target.fixedSrtp === true || media.srtp === 'none' || media.srtp === 'dtls') return undefined
  const protocol = destination !== 'resolve' && 'flow' in destination ? destination.flow.protocol : undefined
  const isWeb = protocol === 'WS' || protocol === 'WSS'
  const srtp = isWeb ? 'dtls' : media.srtp === 'required' ? 'none' : 'required'
  return { ...target, fixedSrtp: true, media: { ...media, srtp } }
}
