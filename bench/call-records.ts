/**
 * Costs of call records on the main thread: calls with all three entries at 1,000 calls per second, journal and
 * draining into PostgreSQL together, the idle event loop of the measurement subtracted. `node bench/call-records.ts`.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { accountsMigrations } from '@klinke/accounts'
import type { CallParty, CallRecords, LegMedia } from '@klinke/calls'
import { silentLogger } from '@klinke/foundation'
import { JournalCallRecords, pbxMigrations } from '@klinke/pbx'
import { platformMigrations, systemClock } from '@klinke/platform'
import { testCluster } from '@klinke/platform/test-support'

export interface CallRecordFigures {
  readonly callsPerSecond: number
  /** CPU of the main thread per entry, three entries per call; at most 20 are allowed. */
  readonly microsecondsPerEntry: number
  readonly journalBytesPerCall: number
  /** After the last call, until its record was in the database. */
  readonly drainedAfterMs: number
}

const CALLS_PER_SECOND = 1_000
const WARM_UP_SECONDS = 3
const MEASURED_SECONDS = 10

const tenantId = '018f0000-0000-7000-8000-00000000000a'
const party: CallParty = { tenantId, extensionId: '018f0000-0000-7000-8000-00000000000b', number: '10', displayName: 'Anna Müller' }
const media: LegMedia = {
  ...{ packetsReceived: 500, bytesReceived: 86_000, packetsSent: 500, bytesSent: 86_000, packetsLost: 0 },
  ...{ jitterMs: 1.25, roundTripMs: 3.5, mos: 4.41, codec: 'PCMA' },
}

export async function benchCallRecords(): Promise<CallRecordFigures> {
  await using cluster = await testCluster([platformMigrations, accountsMigrations, pbxMigrations])
  await using opened = await cluster.database()
  const directory = mkdtempSync(join(tmpdir(), 'bench-call-records-'))
  const records = await JournalCallRecords.open({ directory, database: opened.database, clock: systemClock(), logger: silentLogger })
  await run(WARM_UP_SECONDS, (id) => oneCall(records, id))
  const idle = await run(MEASURED_SECONDS / 2, () => undefined)
  const busy = await run(MEASURED_SECONDS, (id) => oneCall(records, id))
  const startMs = performance.now()
  while (!records.isDrained) await delay(5)
  const drainedAfterMs = performance.now() - startMs
  await records.close()
  rmSync(directory, { recursive: true })
  const calls = MEASURED_SECONDS * CALLS_PER_SECOND
  const microsecondsPerEntry = (busy - idle * 2) / (calls * 3)
  return { callsPerSecond: CALLS_PER_SECOND, microsecondsPerEntry, journalBytesPerCall: bytesOfOneCall(), drainedAfterMs }
}

/** Microseconds of main-thread CPU that were used. */
async function run(seconds: number, call: (id: string) => void): Promise<number> {
  const beforeMicroseconds = mainThreadMicroseconds()
  const startMs = performance.now()
  for (let done = 0; done < seconds * CALLS_PER_SECOND; ) {
    const due = Math.floor(((performance.now() - startMs) * CALLS_PER_SECOND) / 1_000)
    while (done < due) call(`${startMs}-${done++}`)
    await delay(1)
  }
  return mainThreadMicroseconds() - beforeMicroseconds
}

function mainThreadMicroseconds(): number {
  const { user, system } = process.threadCpuUsage()
  return user + system
}

function oneCall(records: CallRecords, id: string): void {
  const atMs = Date.now()
  records.started({
    id,
    tenantId,
    direction: 'internal',
    caller: party,
    called: party,
    startedAtMs: atMs,
    sipCallId: `${id}@192.0.2.1`,
    emergency: false,
  })
  records.answered({ id, tenantId, answeredAtMs: atMs, answeredBy: party })
  const route = [
    { atMs, step: 'forked', detail: '1 device' },
    { atMs, step: 'answered', detail: 'extension 11' },
  ]
  records.ended({
    id,
    tenantId,
    endedAtMs: atMs,
    cause: 'hung-up-by-caller',
    sipStatus: undefined,
    route,
    callerMedia: media,
    calledMedia: media,
  })
}

function bytesOfOneCall(): number {
  let bytes = 0
  const count = (entry: unknown): void => {
    // Kind, check and line feed.
    bytes += JSON.stringify(entry).length + 10
  }
  oneCall({ started: count, answered: count, charged: count, ended: count, alive: count }, 'call-0123456789')
  return bytes
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const figures = await benchCallRecords()
  console.table(Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, { value: Number(value.toFixed(1)) }])))
}
