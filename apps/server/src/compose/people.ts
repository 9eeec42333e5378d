import { consentProblems, consentRoutes, loginProblems, loginRoutes, resellerProblems, resellerRoutes } from '@klinke/accounts'
import type { Random } from '@klinke/foundation'
import {
  auditRoutes,
  type Database,
  inArea,
  type SignInRoutesOptions,
  secondFactorPolicyRoutes,
  signInProblems,
  signInRoutes,
  singleSignOnProblems,
  singleSignOnRoutes,
} from '@klinke/platform'
import type { ApiParts } from './api.ts'

/** Everything about who signs in, what is open to him, and what he has done. */
export function peopleParts(database: Database, random: Random, signIn: SignInRoutesOptions): Omit<ApiParts, 'german'> {
  return {
    routes: [
      ...signInRoutes(signIn),
      inArea('logins', loginRoutes({ database, clock: signIn.clock, random, hasher: signIn.hasher, invitations: signIn })),
      inArea('logins', consentRoutes(database)),
      inArea('logins', secondFactorPolicyRoutes(database)),
      inArea('logins', singleSignOnRoutes({ database, ...signIn })),
      resellerRoutes(database),
      auditRoutes(database),
    ],
    problems: [signInProblems, singleSignOnProblems, consentProblems, loginProblems, resellerProblems],
  }
}
