import type { FastifyRequest } from 'fastify'
import { sessionOf } from '../http/authentication.ts'
import { ProofRequired } from './errors.ts'
import { type PasswordOwner, passwordOwner } from './passwords.ts'
import { provePassword } from './prove-password.ts'
import type { SignInRoutesOptions } from './routes.ts'
import type { SignIn } from './sign-in.ts'

/**
 * Who changes by what he is known shows the password or a passkey again, unless he has just done so: an unattended browser is not enough. Throws
 * `ProofRequired`, and `SessionOnly` for an API key.
 */
export async function assertFreshlyProved(request: FastifyRequest, signIn: Prover): Promise<void> {
  const { id } = sessionOf(request)
  if (!(await signIn.withOperator((tx) => signIn.sessions.isFreshlyProved(tx, id)))) throw new ProofRequired()
}

/** As much of `SignIn` as tells who has just proved himself. */
export type Prover = Pick<SignIn, 'sessions' | 'withOperator'>

/** The owner, once he has proved himself: by the password, where he gives one, or before. Throws `WrongPassword`, `TooManyRequests`, `ProofRequired`. */
export async function provenOwner(
  request: FastifyRequest,
  password: string | undefined,
  { signIn, hasher }: Pick<SignInRoutesOptions, 'signIn' | 'hasher'>,
): Promise<PasswordOwner> {
  const { id, loginId } = sessionOf(request)
  if (password !== undefined) {
    const owner = await provePassword(request, password, { signIn, hasher })
    await signIn.withOperator((tx) => signIn.sessions.prove(tx, id))
    return owner
  }
  const owner = await signIn.withOperator(async (tx) =>
    (await signIn.sessions.isFreshlyProved(tx, id)) ? passwordOwner(tx, loginId) : undefined,
  )
  if (owner === undefined) throw new ProofRequired()
  return owner
}
