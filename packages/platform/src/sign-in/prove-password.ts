import type { FastifyRequest } from 'fastify'
import { sessionOf } from '../http/authentication.ts'
import { TooManyRequests } from '../http/errors.ts'
import { networkOf } from './attempts.ts'
import { WrongPassword } from './errors.ts'
import { type PasswordOwner, passwordOwner } from './passwords.ts'
import type { SignInRoutesOptions } from './routes.ts'

/**
 * Who changes what proves him shows the password again: an unattended browser is not enough. Guesses are slowed down as at the sign-in. Gives the owner.
 * Throws `WrongPassword`, `TooManyRequests`.
 */
export async function provePassword(
  request: FastifyRequest,
  password: string,
  { signIn, hasher }: Pick<SignInRoutesOptions, 'signIn' | 'hasher'>,
): Promise<PasswordOwner> {
  const { loginId } = sessionOf(request)
  const from = networkOf(request.ip)
  const waitSeconds = signIn.attempts.waitSeconds(loginId, from)
  if (waitSeconds > 0) throw new TooManyRequests(waitSeconds)
  const owner = await signIn.withOperator((tx) => passwordOwner(tx, loginId))
  signIn.attempts.failed(loginId, from)
  if (!owner || !(await hasher.verify(password, owner.password_hash))) throw new WrongPassword()
  signIn.attempts.succeeded(loginId, from)
  return owner
}
