import type { Part } from '../part.ts'
import { benchSrtp } from '../srtp.ts'

/** Microseconds that SRTP costs per packet. */
export const srtp: Part = {
  name: 'srtp',
  run: () => Promise.resolve(benchSrtp().map(({ what, microseconds }) => ({ what: `SRTP, ${what}`, value: microseconds, unit: 'µs' }))),
}
