import { createHmac, randomBytes } from 'node:crypto'

const PREFIX = 'whsec_'
const SECRET_BYTES = 32

/** A secret for signing, as receivers are given it. */
export function newSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64')
}

export interface Signed {
  /** Of the delivery: the same one each time it is tried, so that a receiver knows what it has had already. */
  readonly id: string
  readonly timestampSeconds: number
  readonly body: string
}

/** Headers by which a receiver knows that it was us, and when (Standard Webhooks 1.0, HMAC-SHA256). After a rotation there is a signature by each secret. */
export function signatureHeaders({ id, timestampSeconds, body }: Signed, secrets: readonly string[]): Readonly<Record<string, string>> {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestampSeconds}.${body}`).digest('base64')}`
  })
  return { 'webhook-id': id, 'webhook-timestamp': String(timestampSeconds), 'webhook-signature': signatures.join(' ') }
}
