/** Mails about new prices when some addresses are refused: nobody else waits for them, and nobody gets a mail twice. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { insertLogin, type Mail } from '@klinke/platform'
import type { TestAnswer, TestCluster } from '@klinke/platform/test-support'
import { eventually } from '@klinke/testbed'
import { exampleProfiles } from '../catalogue/examples.ts'
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
  await eventually('the third is told', async () => {
    await clock.advance(600_000)
    return server.taken.includes('carol@example.org')
  })
  assert.equal(server.taken.length, 3)
})

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
