/** What a customer who pays before calling is told of its credit, over a mail server that receives, and when its calls out are locked (BIL-09, FRD-03). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations, DEFAULT_PROFILE, insertTenant, type TenantProfile } from '@klinke/accounts'
import { silentLogger } from '@klinke/foundation'
import { insertLogin, platformMigrations, readMail, smtpMailSender } from '@klinke/platform'
import { type TestCluster, testApi, testCluster, testMailServer } from '@klinke/platform/test-support'
import { eventually, VirtualClock } from '@klinke/testbed'
import { sql } from 'kysely'
import { billingMigrations } from '../migrations.ts'
import { takeInvoices } from '../payments/open-items/invoices.ts'
import { listItems, postOpenItem } from '../payments/open-items/store.ts'
import { addAccountRoutes } from './account-routes.ts'
import { creditRounds } from './credit-rounds.ts'
import { sendCreditMails } from './mail-queue.ts'
import { prepaidProblems } from './problems.ts'
import { balanceOf, move, openAccount } from './store.ts'
import { addWarningRoutes } from './warning-routes.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const EURO = 1_000_000n
const DAY_MS = 86_400_000
const NOON = Date.parse('2026-11-03T11:00:00Z')

/** A customer with a German and an English administrator, a mail server, and locks that are only noted. */
async function office(payments: NonNullable<TenantProfile['payments']> = {}, refuses = false) {
  const opened = await cluster.database()
  const { database } = opened
  const clock = new VirtualClock(NOON)
  const server = await testMailServer(refuses)
  const profile = { ...DEFAULT_PROFILE, payments, guard: { lockNoticeHours: 48 } }
  const tenantId = await database.withOperator(async (tx) => {
    const { id } = await insertTenant(tx, { name: 'acme', sipDomain: 'acme.example', areaCode: '221', profile })
    for (const language of ['de', 'en'] as const)
      await insertLogin(tx, { email: `${language}@acme.example`, name: language, language, principal: { kind: 'tenant', tenantId: id } })
    await openAccount(tx, id, '2026-01-01')
    return id
  })
  const locked: { readonly reason: string; readonly from: Date | undefined }[] = []
  const locks = {
    announce: (_tenant: string, { from, reason }: { from: Date; reason: string }) => Promise.resolve(void locked.push({ reason, from })),
    lift: () => Promise.resolve(void locked.push({ reason: 'lifted', from: undefined })),
    lockedFrom: () => Promise.resolve(locked.at(-1)?.from),
  }
  const parts = {
    database,
    clock,
    logger: silentLogger,
    portalUrl: 'https://telefon.example',
    gatewayOf: () => undefined,
    creditLocks: locks,
  }
  const api = await testApi(
    database,
    [(routes) => addAccountRoutes(routes, parts), (routes) => addWarningRoutes(routes, parts)],
    [prepaidProblems],
  )
  const rounds = creditRounds({ ...parts, mail: smtpMailSender(server.url, 'klinke@provider.example'), locks })
  let moves = 0
  const watch = () =>
    database.withOperator(async (tx) => {
      const { rows } = await sql<{ low_since: Date | null; owing_since: Date | null; lock_announced_at: Date | null }>`
        SELECT low_since, owing_since, lock_announced_at FROM prepaid_watch`.execute(tx.tables())
      return rows[0]
    })
  const passes = (what: string, isSo: () => Promise<boolean> | boolean, stepMs = 5_000) =>
    eventually(what, async () => {
      await clock.advance(stepMs)
      return isSo()
    })
  return {
    ...{ database, clock, server, tenantId, locked, watch, passes },
    customer: await api.client({ kind: 'tenant', tenantId }),
    balance: () => database.withOperator((tx) => balanceOf(tx, tenantId)),
    open: async () => (await database.withOperator((tx) => listItems(tx, { tenantId }))).map(({ openMicros }) => openMicros),
    moved: (kind: 'top-up' | 'call', amountMicros: bigint) =>
      database.withOperator((tx) => move(tx, { tenantId, kind, amountMicros, source: `${kind}:${moves++}`, by: 'test' })),
    owes: (amountMicros: bigint) =>
      database.withOperator(async (tx) => {
        const dates = { issuedOn: '2026-11-03', dueOn: '2026-11-17', announcedOn: null }
        await postOpenItem(tx, { tenantId, kind: 'invoice', number: 'RE-2026-000001', amountMicros, currency: 'EUR', ...dates })
        await takeInvoices(tx)
      }),
    mails: async (count: number) => {
      await passes('the mails', () => server.taken.length >= count)
      return Promise.all(server.taken.splice(0).map(async (raw) => (await readMail(Buffer.from(raw))) ?? assert.fail(raw)))
    },
    [Symbol.asyncDispose]: async () => {
      await rounds.close(undefined)
      await api[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
    },
  }
}

test('BIL-09: who gets low is told once in both languages, and anew once the balance was above the limit in between', async () => {
  await using at = await office({ creditLowMicros: 5_000_000 })
  await at.moved('top-up', 6n * EURO)
  await at.moved('call', 1_100_000n)
  const mails = await at.mails(2)
  const subjects = mails.map(({ subject }) => subject).toSorted()
  assert.deepEqual(subjects, ['Ihr Guthaben geht zur Neige: 4,90 EUR', 'Your credit is running out: EUR 4.90'])
  assert.ok(mails.every(({ isAutomatic, text }) => isAutomatic && text.includes('https://telefon.example/credit') && /110/.test(text)))
  await at.moved('call', EURO)
  await at.passes('the call is looked at', async () => (await at.balance()) === 3_900_000n)
  await at.moved('top-up', 10n * EURO)
  await at.passes('it is not low any more', async () => (await at.watch())?.low_since === null)
  assert.deepEqual(at.server.taken, [], 'the second call told nobody')
  await at.moved('call', 9n * EURO)
  assert.equal((await at.mails(2)).length, 2)
})

test('BIL-09: the customer sets its own limit; 0 is no mail, and parts of a cent are refused', async () => {
  await using at = await office()
  const set = (amount: string | null) =>
    at.customer('PUT' as 'PATCH', '/prepaid-account/warning', { warnBelow: amount === null ? null : { amount, currency: 'EUR' } })
  assert.equal((await set('1.005')).status, 400)
  assert.equal((await set('-1.00')).status, 400)
  const view = (await set('20.00')).body
  assert.deepEqual([view.warnBelow, view.isOwnWarning], [{ amount: '20.00', currency: 'EUR' }, true])
  await at.moved('top-up', 19n * EURO)
  assert.match((await at.mails(2))[0]?.text ?? '', /20[.,]00/)
  assert.equal((await set('0.00')).status, 200)
  await at.passes('nothing is low', async () => (await at.watch())?.low_since === null)
  await at.moved('call', 18n * EURO)
  await at.passes('the call is taken', async () => (await at.balance()) === EURO)
  assert.deepEqual(at.server.taken, [])
  assert.deepEqual((await set(null)).body.warnBelow, { amount: '5.00', currency: 'EUR' })
  assert.equal((await at.mails(2)).length, 2)
})

test('BIL-09, FRD-03: a month that the balance does not cover is taken in part, reminded of, locked in its time, and a top-up pays it and unlocks', async () => {
  await using at = await office({ creditLowMicros: 0, creditLockAfterDays: 5 })
  await at.moved('top-up', 3n * EURO)
  await at.owes(10_120_000n)
  const [mail] = await at.mails(2)
  assert.match(mail?.text ?? '', /7[,.]12[\s\S]*(08\.11\.2026|2026-11-08)[\s\S]*112/)
  assert.deepEqual([await at.open(), await at.balance()], [[7_120_000n], 0n])
  const owing = (await at.customer('GET', '/prepaid-account')).body.owing as { amount: object; lockedFrom: string | null }
  assert.deepEqual([owing.amount, owing.lockedFrom], [{ amount: '7.12', currency: 'EUR' }, null])
  await at.clock.advance(3 * DAY_MS - 300_000)
  assert.equal(at.locked.length, 0, 'two days before at the earliest')
  await at.passes('the lock is announced', () => at.locked.length > 0, 60_000)
  const [lock] = at.locked
  const since = (await at.watch())?.owing_since?.getTime() ?? 0
  assert.deepEqual([lock?.reason, lock?.from?.getTime()], ['Guthaben/credit −7,12 EUR', since + 5 * DAY_MS])
  await at.clock.advance(4 * DAY_MS)
  assert.equal(at.locked.length, 1, 'once')
  const seen = (await at.customer('GET', '/prepaid-account')).body.owing as { lockedFrom: string }
  assert.equal(Date.parse(seen.lockedFrom), since + 5 * DAY_MS)
  await at.moved('top-up', 5n * EURO)
  await at.passes('a part is paid', async () => (await at.open())[0] === 2_120_000n)
  assert.equal(at.locked.length, 1, 'a part does not unlock')
  await at.moved('top-up', 5n * EURO)
  await at.passes('it is unlocked', () => at.locked.at(-1)?.reason === 'lifted')
  assert.deepEqual([await at.open(), await at.balance()], [[0n], 2_880_000n])
  await at.passes('it is over', async () => (await at.watch())?.owing_since === null)
  assert.equal((await at.customer('GET', '/prepaid-account')).body.owing, null)
})

test('FRD-03: what is objected to is not owed until it is decided', async () => {
  await using at = await office({ creditLowMicros: 0, creditLockAfterDays: 5 })
  await at.database.withOperator((tx) =>
    sql`
      INSERT INTO invoice (id, tenant_id, kind, state, number, issued_on, due_on, issued_at, period_from, period_until, currency, net, tax, gross, content, fingerprint)
      VALUES ('018f0000-0000-7000-8000-0000000000aa', ${at.tenantId}, 'invoice', 'issued', 'RE-2026-000001', '2026-11-03', '2026-11-17', now(), '2026-10-01', '2026-10-31', 'EUR', 10000000, 120000, 10120000, '{}', 'x')`.execute(
      tx.tables(),
    ),
  )
  await at.database.withOperator((tx) =>
    sql`INSERT INTO invoice_objection (id, tenant_id, invoice_id, text, raised_by) VALUES (gen_random_uuid(), ${at.tenantId}, '018f0000-0000-7000-8000-0000000000aa', 'Falsch', 'acme')`.execute(
      tx.tables(),
    ),
  )
  await at.owes(10_120_000n)
  await at.moved('top-up', EURO)
  await at.passes('the top-up is taken', async () => (await at.balance()) === 0n)
  assert.equal((await at.watch())?.owing_since ?? null, null)
  assert.deepEqual(at.server.taken, [])
})

test('BIL-09: an address that is refused is tried again and again, and given up in the end', async () => {
  await using at = await office({ creditLowMicros: 5_000_000 }, true)
  await at.moved('top-up', EURO)
  const mails = () =>
    at.database.withOperator(async (tx) => {
      const { rows } = await sql<{ attempts: number; failed_at: Date | null }>`SELECT attempts, failed_at FROM prepaid_mail`.execute(
        tx.tables(),
      )
      return rows
    })
  await at.passes('they are tried', async () => (await mails()).some(({ attempts }) => attempts === 1))
  const mail = smtpMailSender(at.server.url, 'klinke@provider.example')
  for (let hour = 1; hour <= 76; hour++) {
    const clock = { epochMs: () => at.clock.epochMs() + hour * 3_600_000 }
    await sendCreditMails({ database: at.database, mail, clock, logger: silentLogger })
  }
  const tried = await mails()
  assert.ok(tried.every(({ failed_at }) => failed_at !== null))
  assert.deepEqual(
    tried.map(({ attempts }) => attempts),
    [75, 75],
  )
})
