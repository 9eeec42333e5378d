import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type KoaContextWithOIDC } from 'oidc-provider'
import { PUBLIC_URL } from '../../sign-in/test-support/signed-up.ts'

export const CLIENT = { clientId: 'klinke', clientSecret: 'the-secret-of-the-client' }
const CALLBACK = `${PUBLIC_URL}/api/v1/sign-in/single-sign-on/callback`

/** Somebody as the provider knows him. */
export interface Person {
  readonly email: string
  readonly email_verified: boolean
  readonly name?: string
  /** As which account; absent: one by the address. */
  readonly account?: string
}

/** A certified OpenID provider on loopback, where whoever comes is signed in as `person` at once. */
export async function identityProvider(person: Person) {
  let handle: ReturnType<Provider['callback']> | undefined
  const server = createServer((request, response) => void handle?.(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const state = { person }
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [CALLBACK] }],
    cookies: { keys: ['only for tests'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/as-whoever/${uid}` },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => claimsOf(sub, state.person) }),
    loadExistingGrant: async ({ oidc }: KoaContextWithOIDC) => {
      const grant = new provider.Grant({ accountId: oidc.session?.accountId ?? '', clientId: oidc.client?.clientId ?? '' })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  const serve = provider.callback()
  handle = async (request, response) => {
    if (!request.url?.startsWith('/as-whoever/')) return serve(request, response)
    await provider.interactionFinished(request, response, { login: { accountId: state.person.account ?? state.person.email } })
  }
  return {
    issuer,
    /** Who comes from now on. */
    as: (next: Person) => {
      state.person = next
    },
    /** What a browser that is led to `url` comes back to us with. */
    comeBack: async (url: string): Promise<URL> => cameBack(url),
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function claimsOf(sub: string, { account: _account, ...claims }: Person) {
  return { sub, ...claims }
}

async function cameBack(url: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let next = new URL(url)
  for (let step = 0; step < 10 && !next.href.startsWith(CALLBACK); step++) {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location === null) throw new Error(`${next.href} answers ${answer.status}: ${await answer.text()}`)
    next = new URL(location, next)
  }
  return next
}
