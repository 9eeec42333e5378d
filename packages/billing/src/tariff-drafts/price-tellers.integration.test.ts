/** Mails about new prices when some addresses are refused: nobody else waits for them, and nobody gets a mail twice. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { DEFAULT_PROFILE, updateTenant } from '@klinke/accounts'
import { silentLogger } from '@klinke/foundation'
import { insertLogin, type Mail } from '@klinke/platform'
import type { TestAnswer, TestCluster } from '@klinke/platform/test-support'
import { eventually } from '@klinke/testbed'
import { sql } from 'kysely'
import { exampleProfiles } from '../catalogue/examples.ts'
import { MailAttempts } from '../catalogue/price-changes/mail-attempts.ts'
import { resendRefused } from '../catalogue/price-changes/refused-mails.ts'
import { openProvider, type Provider } from '../contracts/test-support/provider.ts'
import { billingCluster, DOCUMENT } from '../rated-calls/test-support/rated-world.ts'

let cluster: TestCluster
before(async () => {
  cluster = await billingCluster()
})
after(() => cluster[Symbol.asyncDispose]())

async function done(answer: Promise<TestAnswer>): Promise<TestAnswer['body']> {
  const { status, body } = await answer
  assert.ok(status < 300, JSON.stringify(body))
  return body
}

/** A mail server that refuses these addresses, and the addresses whose mails it took. */
function refusing(...addresses: string[]) {
  const [refused, taken] = [new Set(addresses), [] as string[]]
  let refusals = 0
  const send = async ({ to }: Mail): Promise<void> => {
    if (refused.has(to)) {
      refusals += 1
      throw new Error('no such mailbox')
    }
    taken.push(to)
  }
  return { refused, taken, refusals: () => refusals, mail: { send } }
}

/** Publishes five per cent more. Gives the id of the version. */
async function publishRaise({ operator }: Provider, owner: string, validFrom?: string): Promise<string> {
  const { id, revision } = await done(operator('POST', owner, {}))
  const days = validFrom === undefined ? [] : [{ kind: 'set-validity', validFrom, validUntil: null }]
  const changes = [{ kind: 'raise', percent: '5' }, ...days]
  const changed = await done(operator('PATCH', `/tariff-drafts/${String(id)}`, { revision, changes }))
  const published = await done(operator('POST', `/tariff-drafts/${String(id)}/publication`, { revision: changed.revision }))
  return String(published.versionId)
}

test('BIL-07: an address that refuses the mail about a tariff keeps nobody else from it, and no other gets it twice', async () => {
  const server = refusing('alice@example.org', 'carol@example.org')
  await using running = await openProvider(cluster, { mail: server.mail })
  const { operator, clock, customer } = running
  const tenants = [await customer('alice'), await customer('bob'), await customer('carol')]
  const principal = { kind: 'tenant', tenantId: tenants[0] ?? '' } as const
  await running.database.withOperator((tx) => insertLogin(tx, { email: 'second@example.org', name: 'second', language: 'en', principal }))
  const { id } = await done(operator('POST', '/tariffs', { name: 'Sondertarif' }))
  await done(operator('POST', `/tariffs/${String(id)}/versions`, DOCUMENT))
  for (const tenantId of tenants)
    await done(
      operator('PATCH', `/customer-tariffs?tenantId=${tenantId}`, { validFrom: '2026-11-10', tariffId: id, extensions: 0, bundles: [] }),
    )
  const versionId = await publishRaise(running, `/tariffs/${String(id)}/drafts`, '2027-01-01')
  const shown = async () => {
    const tariff = [(await done(operator('GET', '/tariff-overview'))).items].flat().find((each) => each?.id === id)
    return [tariff?.versions].flat().at(-1)
  }
  await eventually('two customers are told', async () => JSON.stringify(await shown()).includes('"told":2'))
  assert.partialDeepStrictEqual(await shown(), { id: versionId })
  const before = server.refusals()
  await clock.advance(600_000)
  await eventually('the third is tried again', () => server.refusals() > before)
  await clock.advance(7_200_000)
  assert.deepEqual(server.taken.toSorted(), ['bob@example.org', 'second@example.org'])
  assert.partialDeepStrictEqual(await shown(), { told: 2, waiting: 1 })
  server.refused.clear()
  await eventually('the third is told, and the other address of the first has the mail, too', async () => {
    await clock.advance(600_000)
    return server.taken.length === 4
  })
  assert.deepEqual(server.taken.slice(2).toSorted(), ['alice@example.org', 'carol@example.org'])
  assert.equal((await leftMails(running)).length, 0)
  await clock.advance(7_200_000)
  assert.equal(server.taken.length, 4)
})

/** Mails of second addresses that are still to be sent, or are given up. */
async function leftMails({ database }: Provider): Promise<readonly { recipient: string; refused: number; given_up_at: Date | null }[]> {
  const { rows } = await database.withOperator((tx) =>
    sql<{ recipient: string; refused: number; given_up_at: Date | null }>`
      SELECT recipient, refused, given_up_at FROM price_mail ORDER BY recipient`.execute(tx.tables()),
  )
  return rows
}

test('BIL-07: a withdrawal that somebody refuses keeps nobody from being told of other prices', async () => {
  const server = refusing()
  await using running = await openProvider(cluster, { mail: server.mail })
  const { operator, customer } = running
  const source = (await exampleProfiles()).find(({ file }) => file === 'flat.yaml')
  await done(operator('POST', '/product-profiles', { yaml: source?.text ?? '', file: 'flat.yaml' }))
  for (const name of ['alice', 'bob']) {
    const items = [{ item: 'base', quantity: 1 }]
    await done(operator('POST', '/contracts', { tenantId: await customer(name), profileId: 'flat', begins: '2026-11-01', items }))
  }
  const drafts = '/product-profiles/flat/tariff-drafts'
  const first = await publishRaise(running, drafts)
  await eventually('both are told', () => server.taken.length === 2)
  server.refused.add('alice@example.org')
  await done(operator('DELETE', `/price-versions/${first}`))
  await publishRaise(running, drafts)
  await eventually('the other one is told of the withdrawal and of the next prices', () => server.taken.length === 4)
  assert.deepEqual(server.taken.slice(2), ['bob@example.org', 'bob@example.org'])
})

test('BIL-07: when an address is tried again outlives a restart; one that takes nothing for a week is given up, and one that administers no more gets none', async () => {
  const server = refusing('alice@example.org', 'gone@example.org')
  await using running = await openProvider(cluster, { mail: server.mail })
  const { operator, clock, database, customer } = running
  const tenantId = await customer('alice')
  const principal = { kind: 'tenant', tenantId } as const
  for (const name of ['second', 'gone'])
    await database.withOperator((tx) => insertLogin(tx, { email: `${name}@example.org`, name, language: 'de', principal }))
  const { id } = await done(operator('POST', '/tariffs', { name: 'Sondertarif' }))
  await done(operator('POST', `/tariffs/${String(id)}/versions`, DOCUMENT))
  const given = { validFrom: '2026-11-10', tariffId: id, extensions: 0, bundles: [] }
  await done(operator('PATCH', `/customer-tariffs?tenantId=${tenantId}`, given))
  await publishRaise(running, `/tariffs/${String(id)}/drafts`, '2027-01-01')
  await eventually('both refusals are kept', async () => (await leftMails(running)).length === 2)
  const parts = { database, mail: server.mail, clock, logger: silentLogger }
  const before = server.refusals()
  // As after a restart: nobody remembers anything, and none is due.
  await resendRefused(parts, () => false)
  assert.equal(server.refusals(), before)
  await database.withOperator((tx) => sql`UPDATE login SET disabled_at = now() WHERE email = 'gone@example.org'`.execute(tx.tables()))
  await eventually('one is tried again, the other is dropped', async () => {
    await clock.advance(600_000)
    const left = await leftMails(running)
    return left.length === 1 && (left[0]?.refused ?? 0) > 1
  })
  await eventually('it is given up', async () => {
    await clock.advance(6 * 3_600_000)
    return (await leftMails(running)).some((left) => left.given_up_at !== null)
  })
  const last = server.refusals()
  await clock.advance(86_400_000)
  await resendRefused(parts, () => false)
  assert.equal(server.refusals(), last)
  assert.deepEqual(server.taken, ['second@example.org'])
})

test('BIL-07: a customer whose only address refuses is tried no sooner after a restart', async () => {
  const server = refusing('alice@example.org')
  await using running = await openProvider(cluster, { mail: server.mail })
  const { operator, clock, database, customer } = running
  const tenantId = await customer('alice')
  const { id } = await done(operator('POST', '/tariffs', { name: 'Sondertarif' }))
  await done(operator('POST', `/tariffs/${String(id)}/versions`, DOCUMENT))
  const given = { validFrom: '2026-11-10', tariffId: id, extensions: 0, bundles: [] }
  await done(operator('PATCH', `/customer-tariffs?tenantId=${tenantId}`, given))
  await publishRaise(running, `/tariffs/${String(id)}/drafts`, '2027-01-01')
  const refusedOf = async () => {
    const { rows } = await database.withOperator((tx) =>
      sql<{ id: string; refused: number }>`SELECT id, refused FROM tariff_notice`.execute(tx.tables()),
    )
    return rows[0]
  }
  await eventually('the refusal is noted', async () => (await refusedOf())?.refused === 1)
  const notice = (await refusedOf())?.id ?? ''
  const again = new MailAttempts({ database, clock, logger: silentLogger }, 'tariff_notice')
  let tries = 0
  const tell = async (): Promise<void> => {
    tries += 1
  }
  again.begin()
  await again.attempt(notice, tell)
  assert.equal(tries, 0)
  await database.withOperator((tx) => sql`UPDATE tariff_notice SET not_before = ${new Date(clock.epochMs())}`.execute(tx.tables()))
  await again.attempt(notice, tell)
  assert.equal(tries, 1)
  assert.equal((await refusedOf())?.refused, 0)
})

test('§ 57 (2) TKG: consumers are told of a tariff given by hand two months before at the most, and of their right to end the contract', async () => {
  await using running = await openProvider(cluster)
  const { operator, clock, customer, database, mails } = running
  const [consumer, enterprise] = [await customer('alice'), await customer('bob')]
  await database.withOperator((tx) => updateTenant(tx, consumer, { profile: { ...DEFAULT_PROFILE, customerKind: 'consumer' } }))
  const { id } = await done(operator('POST', '/tariffs', { name: 'Sondertarif' }))
  await done(operator('POST', `/tariffs/${String(id)}/versions`, DOCUMENT))
  for (const tenantId of [consumer, enterprise]) {
    const given = { validFrom: '2026-11-10', tariffId: id, extensions: 0, bundles: [] }
    await done(operator('PATCH', `/customer-tariffs?tenantId=${tenantId}`, given))
  }
  // On 22 November: two months and a day before.
  await publishRaise(running, `/tariffs/${String(id)}/drafts`, '2027-01-23')
  await eventually('the enterprise is told', () => mails.length > 0)
  await clock.advance(600_000)
  assert.deepEqual(
    mails.map(({ to, text }) => [to, text.includes('§ 57 TKG')]),
    [['bob@example.org', false]],
  )
  await clock.advance(86_400_000)
  await eventually('the consumer is told, too', async () => {
    await clock.advance(600_000)
    return mails.length > 1
  })
  assert.equal(mails[1]?.to, 'alice@example.org')
  assert.match(mails[1]?.text ?? '', /wegen dieser Änderung ohne Frist .* frühestens zu ihrem Beginn am 23\.01\.2027/)
})
