import type { DialTarget } from '../exchange/exchange.ts'

/**
 * A phone says only by 488 that it wants encryption, or that it wants none. The target with the other choice; `undefined`
 * where the configuration has decided.
 */
export function otherSrtp(target: DialTarget): DialTarget | undefined {
  if (target.fixedSrtp === true || target.media.srtp === 'none') return undefined
  return { ...target, fixedSrtp: true, media: { ...target.media, srtp: target.media.srtp === 'required' ? 'none' : 'required' } }
}
