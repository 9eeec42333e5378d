import { silentLogger } from '@klinke/foundation'
import { VirtualClock } from '@klinke/testbed'
import type { Principal } from '../../database/tx.ts'
import { type ApiRoutes, inArea } from '../../http/api.ts'
import type { MailSender } from '../../mail/mail-sender.ts'
import { singleSignOnProblems } from '../../single-sign-on/errors.ts'
import { singleSignOnRoutes } from '../../single-sign-on/settings-routes.ts'
import { QUICK_HASH } from '../../test-support/quick-hash.ts'
import { testApi, testSecrets } from '../../test-support/test-api.ts'
import { TestBrowser } from '../../test-support/test-browser.ts'
import type { TestCluster } from '../../test-support/test-database.ts'
import { signInProblems } from '../errors.ts'
import { insertLogin, type Login } from '../login.ts'
import { PasswordHasher } from '../password-hash.ts'
import { storePassword } from '../passwords.ts'
import { signInRoutes } from '../routes.ts'
import { secondFactorPolicyRoutes } from '../second-factor-policy.ts'
import { SignIn } from '../sign-in.ts'

export const PUBLIC_URL = 'http://localhost:8080'
export const PASSWORD = 'Kran Wolke Sieb 47'
export const TENANT = '018f0000-0000-7000-8000-00000000000a'
const LIMITS = { perKey: { burst: 500, perSecond: 100 }, wrongKeysPerAddress: { burst: 50, perSecond: 1 } }

/** The routes of sign-in over a database of their own, with a clock that stands still. */
export async function signInApi(cluster: TestCluster, more: readonly ApiRoutes[] = [], mailer?: MailSender) {
  const opened = await cluster.database()
  const { database } = opened
  const clock = new VirtualClock(Date.UTC(2026, 10, 21, 9))
  const hasher = new PasswordHasher(QUICK_HASH)
  const signIn = new SignIn({ database, clock, hasher })
  const whereabouts = async () => ({ tenant: null, reseller: null, extension: null })
  const routes = [
    ...signInRoutes({
      signIn,
      hasher,
      secrets: testSecrets(),
      clock,
      logger: silentLogger,
      mailer,
      publicUrl: () => PUBLIC_URL,
      whereabouts,
      providersInPrivateNetworks: true,
    }),
    inArea(
      'logins',
      singleSignOnRoutes({ database, secrets: testSecrets(), publicUrl: () => PUBLIC_URL, providersInPrivateNetworks: true }),
    ),
    inArea('logins', secondFactorPolicyRoutes(database)),
    ...more,
  ]
  const api = await testApi(database, routes, [signInProblems, singleSignOnProblems], LIMITS, { clock })
  return {
    ...{ api, clock, database, signIn },
    browser: () => new TestBrowser(api.stranger),
    /** A person with the password `PASSWORD`. */
    person: (email: string, principal: Principal = { kind: 'operator' }, initial = false): Promise<Login> =>
      database.withOperator(async (tx) => {
        const login = await insertLogin(tx, { email, name: 'Jutta Jansen', language: 'de', principal })
        await storePassword(tx, hasher, login, PASSWORD, initial)
        return login
      }),
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
    },
  }
}
