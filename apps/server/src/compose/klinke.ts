import { join } from 'node:path'
import { accountsMigrations } from '@klinke/accounts'
import { billingMigrations } from '@klinke/billing'
import type { CallRecords } from '@klinke/calls'
import { type Clock, type Logger, type Random, Scope } from '@klinke/foundation'
import { JournalCallRecords, pbxMigrations, type QueueHistory, tellingRecords, tellStoredRecords } from '@klinke/pbx'
import {
  ConfigurationChanges,
  type Database,
  EventHub,
  FolderLock,
  openDatabase,
  PasswordHasher,
  platformMigrations,
  SecretBox,
  systemClock,
  systemRandom,
} from '@klinke/platform'
import { trunksMigrations } from '@klinke/trunks'
import type { Configuration } from '../config/config.ts'
import { prepareDemo, type RunningDemo } from '../demo/start-demo.ts'
import { Faults } from '../faults.ts'
import { type Addresses, addressesOf } from './addresses.ts'
import { areaOf } from './areas.ts'
import { openCertificates } from './certificates.ts'
import { openExchange } from './exchange.ts'
import { provideOperatorKey } from './operator-key.ts'
import { openWeb } from './web.ts'

/** What every part of the server stands on. */
export interface Ground {
  readonly configuration: Configuration
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  readonly faults: Faults
  readonly database: Database
  readonly secrets: SecretBox
  readonly hasher: PasswordHasher
  /** What happens, for clients of the API. */
  readonly events: EventHub
  /** Owns all that is opened; what was opened last is closed first. */
  readonly scope: Scope
}

/** The running exchange. */
export interface Klinke {
  readonly addresses: Addresses
  /** The demo customer, when this installation has one. */
  readonly demo: RunningDemo | undefined
  /** Takes no new calls, gives running ones the configured time (emergency calls theirs), then closes everything. Further calls wait for the first. */
  stop(): Promise<void>
}

/**
 * The composition root: opens everything in the order in which things stand on each other. When something cannot
 * be opened, all that was opened before is closed and the error, which says how to mend it, is thrown.
 */
export async function startKlinke(configuration: Configuration, logger: Logger, faults: Faults = new Faults(logger)): Promise<Klinke> {
  const scope = new Scope('klinke')
  try {
    const ground = await openGround(configuration, logger, faults, scope)
    const records = await openRecords(ground)
    const demo = configuration.demo ? await prepareDemo(ground) : undefined
    const certificates = await openCertificates(ground)
    const exchange = await openExchange(ground, records, certificates.sip)
    const web = await openWeb(ground, exchange, certificates)
    const addresses = addressesOf(configuration, exchange.listening, web.port)
    const published = await demo?.publish(addresses)
    const keyFile = await provideOperatorKey(ground.database, configuration.dataDir)
    if (keyFile !== undefined) logger.info('the key of the operator for the API is in this file', { path: keyFile })
    let stopping: Promise<void> | undefined
    const stop = async (): Promise<void> => {
      logger.info('stopping: no new calls, running ones may go on for a while; a second Ctrl-C ends them at once', {
        calls: exchange.control.size,
        withinMs: configuration.drainMs,
      })
      await exchange.control.drain({ withinMs: configuration.drainMs, emergencyWithinMs: configuration.emergencyDrainMs })
      await scope.close()
      logger.info('stopped')
    }
    return { addresses, demo: published, stop: () => (stopping ??= stop()) }
  } catch (error) {
    await scope.close(error)
    throw error
  }
}

async function openGround(configuration: Configuration, logger: Logger, faults: Faults, scope: Scope): Promise<Ground> {
  const clock = systemClock()
  const lock = await FolderLock.take(configuration.dataDir)
  scope.own({ close: () => lock.release() })
  const secrets = SecretBox.open(join(configuration.dataDir, 'secret.key'))
  const database = await openDatabase({
    url: configuration.databaseUrl,
    dataDirectory: configuration.dataDir,
    migrations: [platformMigrations, accountsMigrations, pbxMigrations, trunksMigrations, billingMigrations],
    clock,
    logger,
  })
  scope.own({ close: () => database.close() })
  const random = systemRandom()
  const events = new EventHub(clock, random)
  scope.own(new ConfigurationChanges({ database, clock, hub: events, areaOf }))
  return { configuration, clock, random, logger, faults, database, secrets, hasher: new PasswordHasher(), events, scope }
}

/** The records of calls, and what queues have done, both by one journal. */
export interface KeptRecords {
  readonly calls: CallRecords
  readonly queues: QueueHistory
}

/** First of all that calls need, and closed after them: the last record of the last call must find it open. */
async function openRecords({ configuration, database, clock, logger, events, scope }: Ground): Promise<KeptRecords> {
  const records = await JournalCallRecords.open({
    ...{ directory: join(configuration.dataDir, 'call-records'), database, clock, logger },
    stored: (lines) => tellStoredRecords(lines, events),
  })
  scope.own({ close: () => records.close() })
  return { calls: tellingRecords(records, events), queues: records }
}
