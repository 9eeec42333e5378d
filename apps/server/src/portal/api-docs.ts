import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import swaggerUi from '@fastify/swagger-ui'
import type { ApiRoutes } from '@klinke/platform'

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

/** The description of the API as a page to read, with operations that only read to try. Public, as the description itself is. */
export const apiDocs: ApiRoutes = (server) => {
  void server.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { access: 'public', ...route.config }
    })
    await scope.register(swaggerUi, {
      routePrefix: API_DOCS,
      staticCSP: POLICY,
      theme: { title: 'Klinke – REST-API', css: [ours('api-docs.css')], js: [ours('api-docs.js')] },
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
  })
}
