import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import swaggerUi from '@fastify/swagger-ui'
import { API_PREFIX, type Api, type ApiRoutes, type GermanWords, inGerman, preferredLanguage } from '@klinke/platform'
import { z } from 'zod'

export const API_DOCS = '/api/docs'

/**
 * Of this page alone: the viewer writes style elements, for which there is no nonce. Scripts come from this server's files only, none is inline, and
 * nothing from elsewhere.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Sent along with the viewer, to be read by all and in German. */
const ours = (filename: string) => ({ filename, content: readFileSync(join(import.meta.dirname, filename), 'utf8') })

/** The description of the API as a page to read, in German and in English, with operations that only read to try. Public, as the description itself is. */
export function apiDocs(words: GermanWords): ApiRoutes {
  return (server) => {
    void server.register(async (scope) => {
      scope.addHook('onRoute', (route) => {
        route.config = { access: 'public', ...route.config }
      })
      addChoice(scope as Api)
      for (const language of LANGUAGES) void scope.register(async (inner) => addViewer(inner as Api, language, words))
    })
  }
}

const LANGUAGES = ['de', 'en'] as const

/** Leads to the language that the address or the browser asks for; German when neither does. */
function addChoice(scope: Api): void {
  const querystring = z.object({ lang: z.enum(LANGUAGES).optional().catch(undefined) })
  scope.get(API_DOCS, { schema: { hide: true, querystring } }, (request, reply) => {
    const { lang = preferredLanguage(request.headers['accept-language'], 'de') } = request.query
    return reply.header('vary', 'accept-language').redirect(`${API_DOCS}/${lang}`)
  })
}

/** The viewer in one language, in a scope of its own. */
async function addViewer(scope: Api, language: (typeof LANGUAGES)[number], words: GermanWords): Promise<void> {
  let german: object | undefined
  const translated = (document: object): object => {
    german ??= inGerman(document, API_PREFIX, words)
    return german
  }
  await scope.register(swaggerUi, {
    routePrefix: `${API_DOCS}/${language}`,
    staticCSP: POLICY,
    theme: { title: 'Klinke – REST-API', css: [ours('api-docs.css')], js: [ours('api-docs.js')] },
    transformSpecification: (document) => (language === 'de' ? translated(document) : document),
    transformSpecificationClone: false,
    uiConfig: {
      layout: 'BaseLayout',
      docExpansion: 'none',
      // Its links stand inside of buttons, where no keyboard finds them.
      deepLinking: false,
      filter: true,
      validatorUrl: null,
      supportedSubmitMethods: ['get'],
    },
  })
}
