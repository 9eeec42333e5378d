import type { SecretBox } from '../secrets/secret-box.ts'
import type { Client } from './provider.ts'
import { placeOfClientSecret, type SingleSignOn } from './store.ts'

/** Where providers send people back to; it is registered there. */
export const CALLBACK = '/sign-in/single-sign-on/callback'

/** The whole address of `CALLBACK`, as the provider knows it. */
export function callbackOf(publicUrl: () => string): string {
  return `${publicUrl()}/api/v1${CALLBACK}`
}

/** How this server shows itself to the tenant's provider. */
export function clientOf({ id, issuer, client_id: clientId, client_secret_sealed: sealed }: SingleSignOn, secrets: SecretBox): Client {
  return { issuer, clientId, clientSecret: secrets.unseal(sealed, placeOfClientSecret(id)) }
}
