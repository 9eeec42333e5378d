import { accountsMigrations, DEFAULT_PROFILE, insertTenant } from '@klinke/accounts'
import { type Database, platformMigrations } from '@klinke/platform'
import { type TestCluster, testCluster } from '@klinke/platform/test-support'
import { billingMigrations } from '../../migrations.ts'
import type { RecipientDetails } from '../party.ts'
import { insertRun, setRunState } from '../runs/run-store.ts'
import { insertRecipient, putIssuer } from '../settings-store.ts'
import { ISSUER, OCTOBER, RECIPIENT } from './example.ts'

export function booksCluster(): Promise<TestCluster> {
  return testCluster([platformMigrations, accountsMigrations, billingMigrations])
}

/** A customer with a recipient; its id. Number and domain are made of `name`. */
export function customer(database: Database, name: string, recipient: Partial<RecipientDetails> = {}): Promise<string> {
  return database.withOperator(async (tx) => {
    const { id } = await insertTenant(tx, { name, sipDomain: `${name.toLowerCase()}.example`, areaCode: null, profile: DEFAULT_PROFILE })
    await insertRecipient(tx, id, { ...RECIPIENT, number: `K-${name}`, company: name, ...recipient })
    return id
  })
}

export function issuer(database: Database): Promise<void> {
  return database.withOperator((tx) => putIssuer(tx, ISSUER))
}

/** Begins a run for October; its id. */
export function beginRun(database: Database): Promise<string> {
  return database.withOperator((tx) => insertRun(tx, { profile: null, period: OCTOBER, startedBy: 'test' }))
}

/** Has the preview issued. */
export function orderIssue(database: Database, runId: string, issueOn = '2026-11-02'): Promise<void> {
  return database.withOperator((tx) => setRunState(tx, runId, 'issuing', issueOn))
}
