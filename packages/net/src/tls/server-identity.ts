/** What this server proves itself with in TLS. PEM texts. */
export interface ServerIdentity {
  readonly key: string
  /** The certificate, followed by its chain. */
  readonly certificate: string
}
