/** A program for tests: leads the invoice run of a database (its URL is the first argument) on, says each step, and is killed, or ends with the run. */
import { silentLogger } from '@klinke/foundation'
import { Database, systemClock } from '@klinke/platform'
import { advanceRun } from '../runs/run-worker.ts'
import { fakeSources } from './fake-source.ts'

const clock = systemClock()
await using database = new Database({ connection: { connectionString: process.argv[2] ?? '' }, clock, logger: silentLogger })
const parts = { database, clock, logger: silentLogger, sources: fakeSources }
process.stdout.write('begins\n')
while (await advanceRun(parts)) process.stdout.write('step\n')
