import type { FastifyReply, FastifyRequest } from 'fastify'
import { deviceCookie, deviceToken, noSessionCookie, sessionCookie, sessionToken } from './session-cookie.ts'
import { SESSION_SECONDS } from './sessions.ts'
import type { Browser, SignedIn } from './sign-in.ts'

export function browserOf({ ip, headers, protocol }: FastifyRequest): Browser {
  return { address: ip, userAgent: headers['user-agent'], session: sessionToken(headers, protocol), device: deviceToken(headers) }
}

/** `publicUrl`: how browsers reach the server; a proxy may speak https for it. */
export function isSecure(request: FastifyRequest, publicUrl: () => string): boolean {
  return request.protocol === 'https' || publicUrl().startsWith('https:')
}

/** Gives the browser the cookies of its new session. */
export function giveCookies(reply: FastifyReply, signedIn: SignedIn, secure: boolean): void {
  reply.header('set-cookie', [sessionCookie(signedIn.session, SESSION_SECONDS, secure), deviceCookie(signedIn.device, secure)])
}

export function takeSessionCookie(reply: FastifyReply, secure: boolean): void {
  reply.header('set-cookie', noSessionCookie(secure))
}
