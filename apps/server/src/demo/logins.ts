import { listTenants } from '@klinke/accounts'
import { type Random, token } from '@klinke/foundation'
import { listExtensions } from '@klinke/pbx'
import {
  type Database,
  deleteLogins,
  findApiKeyHolder,
  insertLogin,
  type NewLogin,
  type PasswordHasher,
  storePassword,
  type Tx,
} from '@klinke/platform'
import { DEMO_DOMAIN } from './demo-domain.ts'
import type { DemoFile } from './demo-file.ts'

const PASSWORD_CHARACTERS = 20

/** Who signs in to the portal in the demo: the operator, the customer's administrator and one user per extension. */
export async function demoLogins(
  database: Database,
  random: Random,
  hasher: PasswordHasher,
  earlier: DemoFile | undefined,
): Promise<DemoFile['logins']> {
  // A file whose key is known here is of this database; passwords that were changed since are their owners' business.
  const kept = earlier !== undefined && (await findApiKeyHolder(database, earlier.api.key)) !== undefined ? earlier.logins : []
  if (kept.length > 0) return kept
  return database.withOperator(async (tx) => {
    const people = await demoPeople(tx)
    await deleteLogins(
      tx,
      people.map(({ email }) => email),
    )
    return Promise.all(people.map((person) => createLogin(tx, person, token(random, PASSWORD_CHARACTERS), hasher)))
  })
}

async function demoPeople(tx: Tx): Promise<readonly NewLogin[]> {
  const tenant = (await listTenants(tx)).find(({ sipDomain }) => sipDomain === DEMO_DOMAIN)
  if (tenant === undefined) return []
  const extensions = (await listExtensions(tx)).filter(({ tenantId }) => tenantId === tenant.id)
  return [
    { email: `betreiber@${DEMO_DOMAIN}`, name: 'Olga Betreiber', language: 'de', principal: { kind: 'operator' } },
    { email: `admin@${DEMO_DOMAIN}`, name: 'Alex Verwalter', language: 'de', principal: { kind: 'tenant', tenantId: tenant.id } },
    ...extensions.map(({ id, name }): NewLogin => {
      const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@${DEMO_DOMAIN}`
      return { email, name, language: 'de', principal: { kind: 'user', tenantId: tenant.id, extensionId: id } }
    }),
  ]
}

/** The password is not to be changed at the first sign-in: demo.json would be wrong from then on. */
async function createLogin(tx: Tx, person: NewLogin, password: string, hasher: PasswordHasher): Promise<DemoFile['logins'][number]> {
  const { id, email, name } = await insertLogin(tx, person)
  await storePassword(tx, hasher, { id, email, name }, password)
  return { role: person.principal.kind, email, password, name }
}
