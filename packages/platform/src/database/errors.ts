import { KlinkeError } from '@klinke/foundation'

/** The database does not answer. Callers may try again: the connection is restored by itself. */
export class DatabaseUnavailable extends KlinkeError {
  constructor(cause: unknown) {
    super('database-unavailable', 'The database does not answer at the moment. Try again in a few seconds.', { cause })
  }
}

/** The own PostgreSQL could not be set up or started. The message says how to mend it. */
export class EmbeddedPostgresFailed extends KlinkeError {
  constructor(message: string, options?: ErrorOptions) {
    super('embedded-postgres-failed', message, options)
  }
}

/** At the start nobody could log in at the server of DATABASE_URL. The message says where and why, without the password. */
export class DatabaseNotReached extends KlinkeError {
  constructor(url: string, cause: unknown) {
    const { hostname, port, username, pathname } = new URL(url)
    const where = `${hostname || 'localhost'}${port && `:${port}`}`
    super(
      'database-not-reached',
      `Cannot log in at the database of DATABASE_URL (server ${where}, user ${username || '–'}, database ${pathname.slice(1) || '–'}): ${reason(cause)}. ` +
        'Check that server and DATABASE_URL, or unset DATABASE_URL to use an own PostgreSQL.',
      { cause },
    )
  }
}

/** Of several failed attempts, as for a name with two addresses, the first. */
function reason(cause: unknown): string {
  if (cause instanceof AggregateError) return reason(cause.errors[0])
  return cause instanceof Error ? cause.message : String(cause)
}

/** The server of DATABASE_URL does not let Klinke create what it needs. The message names the statements to run. */
export class DatabaseSetupRefused extends KlinkeError {
  constructor(message: string, options?: ErrorOptions) {
    super('database-setup-refused', message, options)
  }
}

export class MigrationFailed extends KlinkeError {
  constructor(message: string, options?: ErrorOptions) {
    super('migration-failed', message, options)
  }
}

/** SQLSTATE of an error that PostgreSQL reported, or Node's code of a socket error. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** Connection exceptions (class 08), shutdown and start (57P01–57P03), too many connections, and lost sockets. */
const AWAY = /^(08...|57P0[123]|53300|E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN))$/
/** What the driver says without a code when the socket is gone. */
const AWAY_WORDS =
  /Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error|client was closed/

/** True when the statement failed because the database is not there, so that a later attempt may succeed. */
export function isAway(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable) return true
  const code = errorCode(error)
  if (code !== undefined && AWAY.test(code)) return true
  // The Unix socket of a server that is down does not exist.
  if (code === 'ENOENT' && error instanceof Error && 'syscall' in error && error.syscall === 'connect') return true
  return error instanceof Error && (AWAY_WORDS.test(error.message) || (error.cause !== undefined && isAway(error.cause)))
}
