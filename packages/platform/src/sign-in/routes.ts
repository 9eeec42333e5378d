import type { Clock, Logger } from '@klinke/foundation'
import type { Principal } from '../database/tx.ts'
import type { ApiRoutes } from '../http/api.ts'
import type { MailSender } from '../mail/mail-sender.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import { singleSignOnSignInRoutes } from '../single-sign-on/sign-in-routes.ts'
import { meRoutes } from './me-routes.ts'
import { passkeyRoutes } from './passkey-routes.ts'
import type { PasswordHasher } from './password-hash.ts'
import { proofRoutes } from './proof-routes.ts'
import { resetRoutes } from './reset-routes.ts'
import { secondFactorRoutes } from './second-factor-routes.ts'
import type { SignIn } from './sign-in.ts'
import { passwordSignInRoutes } from './sign-in-routes.ts'

/** Where somebody belongs, with names to show. */
export interface Whereabouts {
  readonly tenant: { readonly id: string; readonly name: string } | null
  readonly reseller: { readonly id: string; readonly name: string } | null
  readonly extension: { readonly id: string; readonly number: string; readonly name: string } | null
}

export interface SignInRoutesOptions {
  readonly signIn: SignIn
  readonly hasher: PasswordHasher
  readonly secrets: SecretBox
  readonly clock: Clock
  readonly logger: Logger
  /** Absent: no mail is sent, and no password can be reset by its owner. */
  readonly mailer?: MailSender | undefined
  /** How browsers reach this server, without a slash at the end; known once it listens. */
  readonly publicUrl: () => string
  /** Whether identity providers in private networks may be asked; absent: no. */
  readonly providersInPrivateNetworks?: boolean
  /** Tenants, resellers and extensions are none of platform's business. */
  readonly whereabouts: (principal: Principal) => Promise<Whereabouts>
}

/** All routes of signing in, and of oneself. */
export function signInRoutes(options: SignInRoutesOptions): readonly ApiRoutes[] {
  return [passwordSignInRoutes, secondFactorRoutes, passkeyRoutes, proofRoutes, resetRoutes, meRoutes, singleSignOnSignInRoutes].map(
    (routes) => routes(options),
  )
}
