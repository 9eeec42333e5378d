/** SRV record, RFC 2782. */
export interface SrvRecord {
  readonly priority: number
  readonly weight: number
  readonly port: number
  /** Empty or `.` says that the service is not offered. */
  readonly target: string
}

/** NAPTR record, RFC 3403. */
export interface NaptrRecord {
  readonly order: number
  readonly preference: number
  /** `s`: `replacement` has SRV records; `a`: it has addresses. */
  readonly flags: string
  /** Such as `SIP+D2U`. */
  readonly service: string
  readonly replacement: string
  /** The substitution expression; empty when `replacement` counts (RFC 3403 §4.1). */
  readonly regexp: string
}

/** The questions RFC 3263 asks. A name without such records gives an empty list; a failure to ask does too. Never rejects. */
export interface DnsLookups {
  naptr(name: string): Promise<readonly NaptrRecord[]>
  srv(name: string): Promise<readonly SrvRecord[]>
  /** IPv4 and IPv6 addresses. */
  addresses(name: string): Promise<readonly string[]>
}
