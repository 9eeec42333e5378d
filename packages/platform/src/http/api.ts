import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { ApiKeyHolder } from '../api-keys/store.ts'

/** Fastify with zod schemas as the source of types, validation and documentation. */
export type Api = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>

/** The routes of a slice, added below `/api/v1`. */
export type ApiRoutes = (api: Api) => void

/** Who may use a route: everyone without a key, the operator, or any key (the default). */
export type Access = 'public' | 'operator'

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly access?: Access
  }
  interface FastifyRequest {
    /** Set for every route that is not public. */
    holder: ApiKeyHolder | undefined
  }
}

export type { FastifyReply, FastifyRequest }
