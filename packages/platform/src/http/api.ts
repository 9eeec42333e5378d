import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Principal } from '../database/tx.ts'
import type { RemembersHolders } from './follow-holders.ts'
import type { Area } from './rights.ts'

/** Fastify with zod schemas as the source of types, validation and documentation. */
export type Api = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>

/** The routes of a slice, added below `/api/v1`. */
export type ApiRoutes = (api: Api) => void

/**
 * Who may use a route: everyone, even without signing in; everyone who has signed in, whatever the rights; users for what is their own extension's, and
 * all below; administrators of a tenant, and all below (the default); resellers and the operator; the operator.
 */
export type Access = 'public' | 'signed-in' | 'user' | 'tenant' | 'reseller' | 'operator'

/**
 * What makes a route of `access: 'user'` the user's own: the extension that path, query or body name (the default) must be the user's; `all-see` is what the whole
 * tenant shares (reading only); with `handler` the route looks itself, by `isOwn(request, …)`.
 */
export type Own = 'named' | 'all-see' | 'handler'

/** Who is behind a request. */
export interface Holder {
  /** Of the API key or of the login. */
  readonly id: string
  /** Of the key, or of the person. */
  readonly name: string
  readonly principal: Principal
  /** Of an API key that a login has made: the login, whose rights bound those of the key. */
  readonly madeBy?: string
  /** Absent with an API key. */
  readonly session?: HeldSession
}

export interface HeldSession {
  readonly id: string
  readonly loginId: string
  /** Until it is changed, nothing else is open (PORT-05). */
  readonly mustChangePassword: boolean
  /** Until there is a second factor, nothing but its enrolment is open (PORT-05). */
  readonly mustEnrol: boolean
}

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly access?: Access
    readonly area?: Area
    readonly own?: Own
    /** What it does though its method says otherwise: a POST that only asks needs the right to read. */
    readonly act?: 'read'
    /** Also for who must change the password first. */
    readonly beforePasswordChange?: boolean
    /** Also for who must enrol a second factor first; what is open before a change of the password is, too. */
    readonly beforeEnrolment?: boolean
  }
  interface FastifyInstance {
    /** Whose key or session a request carries, looked up anew; undefined when it is none, or none any more. */
    identify(request: FastifyRequest): Promise<Holder | undefined>
    /** Who else is told, after those who identify, that a key or session does not hold any more. */
    alsoForget(holders: RemembersHolders): void
  }
  interface FastifyRequest {
    /** Set for every route that is not public. */
    holder: Holder | undefined
  }
}

/** For users what their own extension has; path, query or body name it. */
export const ofOwnExtension = { access: 'user', own: 'named' } as const
/** For users too, who may read it as all of the tenant may. */
export const seenByAll = { access: 'user', own: 'all-see' } as const
/** For users too, as far as the route finds by `isOwn(request, …)` that it is theirs. */
export const checkedByHandler = { access: 'user', own: 'handler' } as const

/** Puts routes that name no area themselves into this one. */
export function inArea(area: Area, routes: ApiRoutes): ApiRoutes {
  return (api) =>
    void api.register(async (scope) => {
      scope.addHook('onRoute', (route) => {
        route.config = { area, ...route.config }
      })
      routes(scope as Api)
    })
}

export type { FastifyReply, FastifyRequest }
