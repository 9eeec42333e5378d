/** An error of ACME (RFC 8555 §6.7), as the server tells it. */
export class AcmeProblem extends Error {
  readonly status: number
  readonly type: string
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, type: string, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail)
    this.status = status
    this.type = `urn:ietf:params:acme:error:${type}`
    this.headers = headers
  }
}
