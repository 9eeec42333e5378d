import type { FastifyRequest } from 'fastify'
import type { Principal } from '../database/tx.ts'
import type { Access, Holder } from './api.ts'
import { Forbidden, InvalidRequest, NotFound, OperatorOnly, PasswordChangeRequired, SecondFactorRequired } from './errors.ts'
import { mayIn } from './rights.ts'

type Kind = Principal['kind']

/** Who may come in at all, by what the route declares. */
const ADMITTED: Readonly<Record<Exclude<Access, 'public'>, readonly Kind[]>> = {
  'signed-in': ['operator', 'reseller', 'tenant', 'user'],
  user: ['operator', 'reseller', 'tenant', 'user'],
  tenant: ['operator', 'reseller', 'tenant'],
  reseller: ['operator', 'reseller'],
  operator: ['operator'],
}

/** Throws unless the holder's role and rights open the route. Before the body is read. */
export function assertAdmitted(request: FastifyRequest, holder: Holder): void {
  const { access = 'tenant', area, beforePasswordChange, beforeEnrolment = beforePasswordChange } = request.routeOptions.config
  const { principal } = holder
  if (access === 'public') return
  if (holder.session?.mustChangePassword === true && beforePasswordChange !== true) throw new PasswordChangeRequired()
  if (holder.session?.mustEnrol === true && beforeEnrolment !== true) throw new SecondFactorRequired()
  if (!ADMITTED[access].includes(principal.kind)) throw access === 'operator' ? new OperatorOnly() : new Forbidden(area)
  if (access === 'signed-in' || principal.kind === 'user') return
  const act = isReading(request) ? 'read' : 'write'
  if (!mayIn(principal.rights, area, act)) throw new Forbidden(area)
}

/**
 * Holds a user to the own extension, for the routes that users may reach: each extension that path, query or body name must be it, and one must be named
 * unless the route says otherwise. Throws `NotFound` as for an extension that does not exist.
 */
export function assertOwn(request: FastifyRequest, principal: Principal): void {
  const { access, own = 'named' } = request.routeOptions.config
  if (principal.kind !== 'user' || access !== 'user') return
  const named = namedIn(request, 'extensionId')
  const foreign = named.find((id) => id !== principal.extensionId)
  if (foreign !== undefined && own !== 'all-see') throw new NotFound('extension', foreign)
  if (own === 'all-see' && !isReading(request)) throw new Forbidden(request.routeOptions.config.area)
  if (own === 'named' && named.length === 0)
    throw new InvalidRequest(
      {
        en: 'Say that it is about your own extension: extensionId.',
        de: 'Sagen Sie, dass es um Ihre eigene Nebenstelle geht: extensionId.',
      },
      [{ pointer: '/extensionId', detail: { en: 'required for a user', de: 'Bitte als Nutzer angeben' } }],
    )
}

/** All values of that name in path, query and body. */
export function namedIn(request: FastifyRequest, name: string): readonly string[] {
  return [request.params, request.query, request.body].flatMap((part) => textIn(part, name))
}

function textIn(part: unknown, name: string): readonly string[] {
  if (typeof part !== 'object' || part === null || !Object.hasOwn(part, name)) return []
  const value = (part as Readonly<Record<string, unknown>>)[name]
  return typeof value === 'string' ? [value] : []
}

function isReading({ method, routeOptions }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD' || routeOptions.config.act === 'read'
}
