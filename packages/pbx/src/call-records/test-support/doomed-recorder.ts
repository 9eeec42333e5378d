/**
 * A program for tests: records calls as fast as a busy exchange, says of each entry when it was given, and waits to be
 * killed. Every third call stays open. Arguments: journal folder, database URL.
 */
import { silentLogger } from '@klinke/foundation'
import { Database, systemClock } from '@klinke/platform'
import { JournalCallRecords } from '../journal-call-records.ts'
import { answered, ended, started } from './calls.ts'

const [directory = '', url = ''] = process.argv.slice(2)
const clock = systemClock()
const database = new Database({ connection: { connectionString: url }, clock, logger: silentLogger })
const records = await JournalCallRecords.open({ directory, database, clock, logger: silentLogger, segmentBytes: 200_000 })
for (let count = 0; ; count++) {
  const id = `call-${count}`
  const nowMs = clock.epochMs()
  const said = [`S ${id} ${nowMs}`]
  records.started(started(id, { startedAtMs: nowMs }))
  if (count % 3 !== 0) {
    records.answered(answered(id, { answeredAtMs: nowMs }))
    records.ended(ended(id, { endedAtMs: nowMs }))
    said.push(`E ${id} ${nowMs}`)
  }
  // The journal writes at the end of this turn; what is said after it must survive.
  if (count % 20 === 19) await new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)))
  process.stdout.write(`${said.join('\n')}\n`)
}
