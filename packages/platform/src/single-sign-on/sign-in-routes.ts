import { KlinkeError } from '@klinke/foundation'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Api, ApiRoutes } from '../http/api.ts'
import { inBoth } from '../i18n/in-both.ts'
import { browserOf, giveCookies, isSecure } from '../sign-in/browser.ts'
import { TokenInvalid } from '../sign-in/errors.ts'
import type { SignInRoutesOptions } from '../sign-in/routes.ts'
import { noSignOnCookie, signOnCookie, signOnToken } from '../sign-in/session-cookie.ts'
import { email } from '../sign-in/sign-in-routes.ts'
import { hashOf, newToken } from '../sign-in/tokens.ts'
import { CALLBACK, callbackOf, clientOf } from './client.ts'
import { SingleSignOnRefused } from './errors.ts'
import { domainOf, loginOfClaims } from './person.ts'
import { Provider } from './provider.ts'
import { isOwnPath } from './return-to.ts'
import { findSingleSignOn, singleSignOnOfDomain } from './store.ts'

const tags = ['sign-in']
const config = { access: 'public' } as const

/** A sign-in under way: kept here by its state, never in the browser. */
const underWay = z.object({
  provider: z.uuid(),
  issuer: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  browser: z.string(),
  returnTo: z.string(),
})

/** Signing in by the identity provider of one's tenant. */
export function singleSignOnSignInRoutes(options: SignInRoutesOptions): ApiRoutes {
  const provider = new Provider({ privateNetworks: options.providersInPrivateNetworks ?? false })
  return (api) => {
    addBegin(api, options, provider)
    addCallback(api, options, provider)
  }
}

function addBegin(api: Api, { signIn, secrets, publicUrl }: SignInRoutesOptions, provider: Provider): void {
  const body = z.strictObject({
    email,
    returnTo: z
      .string()
      .max(2_000)
      .refine(isOwnPath, inBoth({ en: 'must be a path of this server', de: 'muss ein Pfad dieses Servers sein' }))
      .default('/')
      .describe('The page to come back to'),
  })
  const next = z.object({
    next: z
      .enum(['password', 'redirect'])
      .describe('"redirect": lead the browser to `url`; says something about the domain only, not about who exists'),
    url: z.string().optional(),
  })
  const summary = 'How somebody signs in: by password, or at the identity provider of the domain'
  api.post('/sign-in/single-sign-on', { config, schema: { tags, summary, body, response: { 200: next } } }, async (request, reply) => {
    signIn.takePlace(request.ip)
    const { email, returnTo } = request.body
    const settings = await signIn.withOperator((tx) => singleSignOnOfDomain(tx, domainOf(email)))
    if (settings === undefined) return { next: 'password' as const }
    const [browser, nonce, verifier] = [newToken(), newToken(), newToken()]
    const data = { provider: settings.id, issuer: settings.issuer, nonce, verifier, browser: printOf(browser), returnTo }
    const state = await signIn.withOperator((tx) => signIn.tokens.give(tx, 'single-sign-on', null, data))
    const client = clientOf(settings, secrets)
    const url = await provider.begin(client, callbackOf(publicUrl), email, { state, nonce, verifier })
    reply.header('set-cookie', signOnCookie(browser, isSecure(request, publicUrl)))
    return { next: 'redirect' as const, url }
  })
}

function addCallback(api: Api, options: SignInRoutesOptions, provider: Provider): void {
  const { publicUrl } = options
  const enter = entering(options, provider)
  const querystring = z.looseObject({ state: z.string().max(100) })
  const response = { 303: z.null().describe('Signed in: the cookie is set, and the page to come back to follows') }
  const schema = { tags, summary: 'Where the identity provider sends people back to', querystring, response }
  api.get(CALLBACK, { config, schema }, async (request, reply) => {
    try {
      return await enter(request, reply)
    } catch (error) {
      if (!(error instanceof KlinkeError) || !wantsPage(request)) throw error
      // A person stands here, not a program: the sign-in page says it in words, and lets him begin again.
      return reply
        .code(303)
        .header('location', new URL(`/?sign-in-problem=${error.code}`, publicUrl()).href)
        .send(null)
    }
  })
}

/** Signs in whoever comes back with a proof; throws what is wrong with it. */
function entering({ signIn, secrets, publicUrl }: SignInRoutesOptions, provider: Provider) {
  return async (request: FastifyRequest<{ Querystring: { state: string } }>, reply: FastifyReply) => {
    const { state } = request.query
    signIn.takePlace(request.ip)
    const facts = await signIn.withOperator((tx) => signIn.tokens.take(tx, 'single-sign-on', state))
    const begun = underWay.safeParse(facts?.data).data
    // Who begins a sign-in and lets somebody else end it would have him work in the beginner's account.
    if (begun === undefined || printOf(signOnToken(request.headers) ?? '') !== begun.browser) throw new TokenInvalid()
    const settings = await signIn.withOperator((tx) => findSingleSignOn(tx, begun.provider))
    if (settings === undefined || !settings.enabled || settings.issuer !== begun.issuer) throw new SingleSignOnRefused()
    const client = clientOf(settings, secrets)
    const claims = await provider.finish(client, cameBackTo(request, publicUrl), settings.login_claim, { state, ...begun })
    const signedIn = await signIn.withOperator(async (tx) =>
      signIn.admit(tx, await loginOfClaims(tx, settings, claims), 'single-sign-on', browserOf(request)),
    )
    const secure = isSecure(request, publicUrl)
    giveCookies(reply, signedIn, secure)
    reply.header('set-cookie', noSignOnCookie(secure))
    return reply.code(303).header('location', new URL(begun.returnTo, publicUrl()).href).send(null)
  }
}

/** Browsers that go to a page say that they read HTML. */
function wantsPage({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes('text/html') ?? false
}

/** The address as the provider knows it, whatever a proxy makes of it. */
function cameBackTo({ raw }: FastifyRequest, publicUrl: () => string): URL {
  return new URL(`${callbackOf(publicUrl)}?${(raw.url ?? '').split('?').slice(1).join('?')}`)
}

function printOf(token: string): string {
  return hashOf(token).toString('base64url')
}
