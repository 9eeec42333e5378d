/** A program for tests: starts the own PostgreSQL in the folder given, prints its process id, and waits to be killed. */
import { silentLogger } from '@klinke/foundation'
import { EmbeddedPostgres } from '../database/embedded/embedded-postgres.ts'

const folder = process.argv[2] ?? ''
const server = await EmbeddedPostgres.start({ folder, logger: silentLogger })
process.stdout.write(`${server.pid}\n`)
setInterval(() => undefined, 1_000)
