import type { TransportProtocol, TransportTarget } from './transport.ts'

/** Finding the places a URI stands for (RFC 3263 §4): `net` implements it with DNS, tests with a table. */
export interface Resolver {
  /**
   * The targets of a SIP or SIPS URI in order of preference; the caller tries them one after the other
   * (RFC 3263 §4.3). Empty when the name has no address. Never rejects.
   *
   * @param transportHint the transport to use where neither the URI nor DNS names one.
   */
  resolve(uri: string, transportHint?: TransportProtocol): Promise<readonly TransportTarget[]>
}
