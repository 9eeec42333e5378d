import type { Client } from 'pg'
import { DatabaseSetupRefused, errorCode } from './errors.ts'

/**
 * The roles. The owner (who logs in, owns all tables and runs migrations) has no policy and so sees no row;
 * the application acts as `klinke_app`, which sees one tenant's rows, as `klinke_reseller`, which may do what
 * `klinke_app` may and sees the rows of one reseller's tenants, or for the operator's own work as `klinke_operator`,
 * which sees all. None may bypass row-level security.
 */
export const APP_ROLE = 'klinke_app'
export const OPERATOR_ROLE = 'klinke_operator'
export const RESELLER_ROLE = 'klinke_reseller'
/** In this order: the reseller's rights are the application's. */
const ROLES = [APP_ROLE, OPERATOR_ROLE, RESELLER_ROLE]
const INHERIT_RIGHTS = `GRANT ${APP_ROLE} TO ${RESELLER_ROLE}`
export const SCHEMA = 'klinke'

/** Name of the database and of the owner in the own PostgreSQL. */
export const OWNER = 'klinke'

/** Creates what is missing of the roles and lets `owner` act as them. `client` is the owner itself or a superuser. */
export async function prepareRoles(client: Client, owner: string): Promise<void> {
  await refuseOldServer(client)
  for (const role of ROLES) {
    const quotedOwner = client.escapeIdentifier(owner)
    if (await mayActAs(client, owner, role)) continue
    try {
      await createRole(client, role)
      // Without INHERIT FALSE the roles' policies would let the owner see all rows without acting as them.
      await client.query(`GRANT ${role} TO ${quotedOwner} WITH INHERIT FALSE, SET TRUE`)
      if (role === RESELLER_ROLE) await client.query(INHERIT_RIGHTS)
    } catch (error) {
      throw new DatabaseSetupRefused(
        `The database user ${owner} of DATABASE_URL may not create the role ${role}. Let an administrator run: ${statements(quotedOwner)}`,
        { cause: error },
      )
    }
  }
}

/** What an administrator runs in place of us: all at once, so that the next start needs no second visit. */
function statements(quotedOwner: string): string {
  const create = ROLES.map((role) => `CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO ${quotedOwner} WITH INHERIT FALSE, SET TRUE;`)
  return [...create, `${INHERIT_RIGHTS};`].join(' ')
}

/** PostgreSQL 16 is the first where membership in a role and use of its rights are separate. */
async function refuseOldServer(client: Client): Promise<void> {
  const answer = await client.query<{ version: string }>("SELECT current_setting('server_version_num') AS version")
  if (Number(answer.rows[0]?.version) >= 160_000) return
  throw new DatabaseSetupRefused('The server of DATABASE_URL is older than PostgreSQL 16. Use a newer server, or unset DATABASE_URL.')
}

async function mayActAs(client: Client, owner: string, role: string): Promise<boolean> {
  const known = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])
  if (known.rowCount === 0) return false
  const answer = await client.query<{ member: boolean }>(
    "SELECT pg_has_role($1, $2, 'SET') AND (rolsuper OR NOT pg_has_role($1, $2, 'USAGE')) AS member FROM pg_roles WHERE rolname = $1",
    [owner, role],
  )
  return answer.rows[0]?.member === true && (role !== RESELLER_ROLE || (await inheritsRights(client)))
}

async function inheritsRights(client: Client): Promise<boolean> {
  const answer = await client.query<{ inherits: boolean }>("SELECT pg_has_role($1, $2, 'USAGE') AS inherits", [RESELLER_ROLE, APP_ROLE])
  return answer.rows[0]?.inherits === true
}

async function createRole(client: Client, role: string): Promise<void> {
  try {
    await client.query(`CREATE ROLE ${role} NOLOGIN NOBYPASSRLS`)
  } catch (error) {
    // Roles belong to the whole server: another database of it may have made them, even this moment.
    if (errorCode(error) !== '42710' && errorCode(error) !== '23505') throw error
  }
}
