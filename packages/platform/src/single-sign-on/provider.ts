import * as oidc from 'openid-client'
import { guardedFetch } from '../outbound/guarded-fetch.ts'
import { ProviderAway, SingleSignOnRefused } from './errors.ts'

/** So long a provider has for each answer. */
const TIMEOUT_SECONDS = 5

/** How this server is known to the provider. */
export interface Client {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

/** What a sign-in under way is checked against when the person comes back. */
export interface Checks {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** What became of a test: it works; nobody answers as an OpenID provider; it does not know the client or its secret; it answers something else. */
export const PROVIDER_STATES = ['works', 'away', 'client-refused', 'unclear'] as const
export type ProviderState = (typeof PROVIDER_STATES)[number]

/** As a verifier must look (RFC 7636 §4.1). */
const PROBE = 'only-a-test-only-a-test-only-a-test-only-a-test'

export interface ProviderOptions {
  /** Whether providers in private networks, and without https, may be asked: only where all tenants are one's own. */
  readonly privateNetworks: boolean
}

/** Asks identity providers (OpenID Connect Core 1.0, authorization code with PKCE). Discovery is done anew each time: settings hold at once. */
export class Provider {
  readonly #options: ProviderOptions

  constructor(options: ProviderOptions) {
    this.#options = options
  }

  /** Where the person is sent to. Throws `ProviderAway`. */
  async begin(client: Client, redirectUri: string, email: string, { state, nonce, verifier }: Checks): Promise<string> {
    const found = await this.#discover(client)
    const url = oidc.buildAuthorizationUrl(found, {
      ...{ redirect_uri: redirectUri, scope: 'openid email profile', response_type: 'code', login_hint: email, state, nonce },
      ...{ code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
    })
    if (!this.#mayLead(url)) throw new ProviderAway()
    return url.href
  }

  /**
   * The claims of who comes back with `url`; when the ID token lacks `wanted`, with those of the userinfo endpoint (OpenID Connect Core §5.3). Throws `ProviderAway`, and `SingleSignOnRefused` for whatever
   * does not prove itself.
   */
  async finish(client: Client, url: URL, wanted: string, { state, nonce, verifier }: Checks): Promise<Readonly<Record<string, unknown>>> {
    const found = await this.#discover(client)
    try {
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true }
      const tokens = await oidc.authorizationCodeGrant(found, url, checks)
      const claims = tokens.claims()
      if (claims === undefined) throw new SingleSignOnRefused()
      if (claims[wanted] !== undefined || found.serverMetadata().userinfo_endpoint === undefined) return claims
      return { ...(await oidc.fetchUserInfo(found, tokens.access_token, claims.sub)), ...claims }
    } catch (error) {
      throw isAway(error) ? new ProviderAway(error) : new SingleSignOnRefused(error)
    }
  }

  /** Whether the provider answers, and takes this client: asks it to redeem a code that there is none of. Nobody signs in by this. */
  async check(client: Client, redirectUri: string): Promise<ProviderState> {
    try {
      const found = await this.#discover(client)
      await oidc.genericGrantRequest(found, 'authorization_code', { code: 'only-a-test', redirect_uri: redirectUri, code_verifier: PROBE })
      return 'unclear'
    } catch (error) {
      if (error instanceof ProviderAway || isAway(error)) return 'away'
      // RFC 6749 §5.2: whoever is told that the grant is wrong has been known by name and secret.
      const said = error instanceof oidc.ResponseBodyError ? error.error : ''
      if (said === 'invalid_grant') return 'works'
      return said === 'invalid_client' || said === 'unauthorized_client' ? 'client-refused' : 'unclear'
    }
  }

  async #discover({ issuer, clientId, clientSecret }: Client): Promise<oidc.Configuration> {
    const { privateNetworks } = this.#options
    const fetch = guardedFetch({ privateNetworks })
    try {
      return await oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
        timeout: TIMEOUT_SECONDS,
        [oidc.customFetch]: (url, { signal, ...request }) => fetch(url, signal === undefined ? request : { ...request, signal }),
        // The ID token's signature is checked, too, although it comes over TLS from the provider itself.
        execute: [oidc.enableNonRepudiationChecks, ...(privateNetworks ? [oidc.allowInsecureRequests] : [])],
      })
    } catch (error) {
      throw new ProviderAway(error)
    }
  }

  /** A document of discovery may say what it wants; browsers are led to web pages only. */
  #mayLead({ protocol }: URL): boolean {
    return protocol === 'https:' || (this.#options.privateNetworks && protocol === 'http:')
  }
}

/** What the guarded fetch and Node say when nobody answers; errors of the protocol are the library's own. */
function isAway(error: unknown): boolean {
  const codes = [error, error instanceof Error ? error.cause : undefined].map((each) =>
    each instanceof Error && 'code' in each ? each.code : '',
  )
  return codes.some((code) => /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENET|OAUTH_TIMEOUT)/.test(String(code)))
}
