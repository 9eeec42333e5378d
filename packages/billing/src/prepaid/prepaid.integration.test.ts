/** Credit of customers who pay before they call: the book, top-ups, the end of a contract, and calls that run at a time (BIL-09). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations, DEFAULT_PROFILE, insertTenant } from '@klinke/accounts'
import { silentLogger } from '@klinke/foundation'
import { platformMigrations } from '@klinke/platform'
import { type TestAnswer, type TestCluster, testApi, testCluster } from '@klinke/platform/test-support'
import { VirtualClock } from '@klinke/testbed'
import { sql } from 'kysely'
import { billingMigrations } from '../migrations.ts'
import { addAccountRoutes } from './account-routes.ts'
import { BookedCredit } from './call-credit.ts'
import { prepaidProblems } from './problems.ts'
import { Reservations } from './reservations.ts'
import { priceOfMinutes } from './running-price.ts'
import { simulatedGateway } from './top-up.ts'
import { addTopUpRoutes } from './top-up-routes.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

async function office() {
  const opened = await cluster.database()
  const { database } = opened
  const clock = new VirtualClock(Date.UTC(2026, 10, 20, 11))
  const ground = {
    database,
    clock,
    portalUrl: 'https://telefon.example',
    gatewayOf: ({ isDemo }: { isDemo: boolean }) => (isDemo ? simulatedGateway : undefined),
  }
  const routes = (api: Parameters<typeof addAccountRoutes>[0]): void => {
    addAccountRoutes(api, ground)
    addTopUpRoutes(api, ground)
  }
  const api = await testApi(database, [routes], [prepaidProblems])
  const tenant = async (name: string, demoUntil: Date | null): Promise<string> => {
    const made = { name, sipDomain: `${name}.example`, areaCode: '221', profile: DEFAULT_PROFILE, demoUntil }
    return (await database.withOperator((tx) => insertTenant(tx, made))).id
  }
  const [demo, acme] = [await tenant('demo', new Date(Date.UTC(2027, 0))), await tenant('acme', null)]
  const operator = await api.client({ kind: 'operator' })
  for (const tenantId of [demo, acme]) await done(operator('PUT' as 'PATCH', `/prepaid-account?tenantId=${tenantId}`))
  return {
    ...{ database, clock, demo, acme, operator },
    asDemo: await api.client({ kind: 'tenant', tenantId: demo }),
    asAcme: await api.client({ kind: 'tenant', tenantId: acme }),
    pay: (amount: string, note: string) =>
      done(operator('POST', '/prepaid-account/payments', { tenantId: acme, amount: { amount, currency: 'EUR' }, note })),
    [Symbol.asyncDispose]: async () => {
      await api[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
    },
  }
}

async function done(answering: Promise<TestAnswer>): Promise<TestAnswer> {
  const answer = await answering
  assert.ok(answer.status < 300, `${answer.status} ${String(answer.body.detail)}`)
  return answer
}

function problemOf({ status, body }: TestAnswer): string {
  return `${status} ${String(body.type).replace('urn:klinke:problem:', '')}`
}

const euros = (amount: string) => ({ amount, currency: 'EUR' })

test('BIL-09: a top-up by card is credited once it is paid, once however often somebody looks; a declined one never', async () => {
  await using running = await office()
  const { asDemo, asAcme } = running
  const balance = async () => (await done(asDemo('GET', '/prepaid-account'))).body.balance
  for (const [amount, state, then] of [
    ['25.00', 'paid', '25.00'],
    ['10.13', 'declined', '25.00'],
    ['10.99', 'pending', '25.00'],
    ['0.01', 'paid', '25.01'],
  ] as const) {
    const { id, payAt } = (await done(asDemo('POST', '/prepaid-top-ups', { amount: euros(amount) }))).body
    assert.equal(payAt, `https://telefon.example/credit/${String(id)}`)
    for (const _again of [1, 2]) assert.equal((await done(asDemo('POST', `/prepaid-top-ups/${String(id)}/look`))).body.state, state)
    await Promise.all([1, 2, 3].map(() => asDemo('POST', `/prepaid-top-ups/${String(id)}/look`)))
    assert.deepEqual(await balance(), euros(then))
    assert.equal((await asAcme('POST', `/prepaid-top-ups/${String(id)}/look`)).status, 404)
  }
  assert.equal(problemOf(await asAcme('POST', '/prepaid-top-ups', { amount: euros('10.00') })), '409 no-card-payments')
  assert.equal((await asDemo('POST', '/prepaid-top-ups', { amount: euros('0.001') })).status, 400)
})

test('BIL-09: at the end of the contract months that were paid are credited pro rata, and what is left is asked back within a year', async () => {
  await using running = await office()
  const { operator, asAcme, acme, pay, clock } = running
  await pay('10.00', 'Überweisung vom 2.11.')
  await pay('10.00', 'Überweisung vom 2.11.')
  assert.equal(problemOf(await asAcme('POST', '/prepaid-account/refund', {})), '409 not-refundable')
  const paidMonths = [{ amount: euros('36.50'), from: '2026-01-01', until: '2026-12-31' }]
  const ended = await done(operator('POST', '/prepaid-account/end', { tenantId: acme, endsOn: '2026-11-20', paidMonths }))
  assert.deepEqual([ended.body.balance, ended.body.refundableUntil], [euros('14.10'), '2027-11-20'])
  await done(operator('POST', '/prepaid-account/end', { tenantId: acme, endsOn: '2026-11-20', paidMonths }))
  await clock.advance(365 * 86_400_000)
  assert.deepEqual((await done(asAcme('POST', '/prepaid-account/refund', {}))).body.balance, euros('0.00'))
  assert.equal(problemOf(await asAcme('POST', '/prepaid-account/refund', {})), '409 not-refundable')
  await clock.advance(86_400_000)
  await pay('5.00', 'zu spät')
  assert.equal(problemOf(await asAcme('POST', '/prepaid-account/refund', {})), '409 not-refundable')
  assert.equal((await asAcme('POST', '/prepaid-account/end', { endsOn: '2026-11-20' })).status, 403)
})

const USE = { called: '+49', billed: null, origin: 'own', warnSeconds: 0 } as const
const NO_NEWS = { nearEnd: () => undefined, usedUp: () => undefined }
/** By the second to Germany, by the started minute with a set-up fee to Austria. */
const PRICES = new Map([
  ['+49', priceOfMinutes({ setUpMicros: 0n, microsPerMinute: 60_000n, incrementSeconds: 1 })],
  ['+43', priceOfMinutes({ setUpMicros: 100_000n, microsPerMinute: 60_000n, incrementSeconds: 60 })],
])

function creditOver({ database, clock }: Awaited<ReturnType<typeof office>>, reservations: Reservations): BookedCredit {
  const priceOf = ({ called }: { readonly called: string }) => PRICES.get(called)
  return new BookedCredit({ database, reservations, clock, priceOf, vat: () => Promise.resolve(0), logger: silentLogger })
}

test('BIL-09: calls at a time book together what there is and no more, and the book is balanced', async () => {
  await using running = await office()
  const { database, acme, pay, clock } = running
  await pay('1.00', 'Anfang')
  const reservations = new Reservations(clock)
  const credit = creditOver(running, reservations)
  await Promise.all([credit.look(acme), credit.look(running.demo)])
  let refused = 0
  for (let id = 0; id < 30; id++) {
    const call = credit.begin({ ...USE, tenantId: acme }, { ...NO_NEWS, usedUp: () => typeof call === 'object' && call.end() })
    if (call === 'no-credit') refused += 1
    else if (typeof call === 'object') call.answered(`call-${id}`)
  }
  assert.equal(refused, 13, 'sixteen minutes are held, the rest of the euro by one more')
  await clock.advance(600_000)
  await credit.close()
  const account = (await done(running.asAcme('GET', '/prepaid-account'))).body
  assert.deepEqual(account.balance, euros('0.00'))
  assert.equal(reservations.availableOf(acme), 0n)
  assert.equal(clock.pending, 0)
  assert.equal(credit.begin({ ...USE, tenantId: 'contract' }, NO_NEWS), undefined)
  for (const change of [sql`UPDATE prepaid_movement SET amount_micros = 1`, sql`DELETE FROM prepaid_movement`])
    await assert.rejects(
      database.withOperator((tx) => change.execute(tx.tables())),
      /never changed/,
    )
})

test('a call that is told twice is booked once, and money that comes meanwhile is seen', async () => {
  await using running = await office()
  const { acme, pay, clock } = running
  await pay('1.00', 'Anfang')
  const reservations = new Reservations(clock)
  const credit = creditOver(running, reservations)
  await credit.look(acme)
  for (const _again of [1, 2]) {
    const call = credit.begin({ ...USE, called: '+43', tenantId: acme }, NO_NEWS)
    assert.ok(typeof call === 'object')
    call.answered('same')
    await clock.advance(30_000)
    call.end()
    await pay('0.50', 'Nachschub')
    await credit.look(acme)
  }
  assert.equal(reservations.availableOf(acme), 1_340_000n)
})
