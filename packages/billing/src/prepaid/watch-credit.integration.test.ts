/** What a customer who pays before calling is told of its credit, over a mail server that receives, and when its calls out are locked (BIL-09, FRD-03). */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations } from '@klinke/accounts'
import { silentLogger } from '@klinke/foundation'
import { type MailSender, platformMigrations, smtpMailSender } from '@klinke/platform'
import { type TestCluster, testCluster } from '@klinke/platform/test-support'
import { sql } from 'kysely'
import { decideObjection, insertObjection } from '../invoices/objections/objection-store.ts'
import { billingMigrations } from '../migrations.ts'
import { insertDebit } from '../payments/collections/debits.ts'
import { queueCreditMail, sendCreditMails } from './mail-queue.ts'
import { endAccount } from './store.ts'
import { office } from './test-support/office.ts'

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

const EURO = 1_000_000n
const DAY_MS = 86_400_000

test('BIL-09: who gets low is told once in both languages, and anew once the balance was above the limit in between', async () => {
  await using at = await office(cluster, { creditLowMicros: 5_000_000 })
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
  await using at = await office(cluster)
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
  await using at = await office(cluster, { creditLowMicros: 0, creditLockAfterDays: 5 })
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
  assert.deepEqual([lock?.reason, lock?.from?.getTime()], ['Guthaben −7,12 EUR / credit EUR −7.12', since + 5 * DAY_MS])
  await at.clock.advance(4 * DAY_MS)
  assert.equal(at.locked.length, 1, 'once')
  const seen = (await at.customer('GET', '/prepaid-account')).body.owing as { lockedFrom: string }
  assert.equal(Date.parse(seen.lockedFrom), since + 5 * DAY_MS)
  await at.moved('top-up', 5n * EURO)
  await at.passes('a part is paid', async () => (await at.open())[0] === 2_120_000n)
  assert.equal(at.locked.length, 1, 'a part does not unlock')
  await at.moved('top-up', 5n * EURO)
  await at.passes('it is unlocked', () => at.locked.at(-1)?.reason === 'lifted')
  // Money that comes while a look runs covers the rest for that look, and pays it with the next.
  await at.passes('it is paid', async () => (await at.open())[0] === 0n)
  assert.equal(await at.balance(), 2_880_000n)
  await at.passes('it is over', async () => (await at.watch())?.owing_since === null)
  assert.equal((await at.customer('GET', '/prepaid-account')).body.owing, null)
})

test('FRD-03: what is objected to is not owed and takes nothing until it is decided', async () => {
  await using at = await office(cluster, { creditLowMicros: 5_000_000, creditLockAfterDays: 5 })
  const invoiceId = '018f0000-0000-7000-8000-0000000000aa'
  await at.database.withOperator((tx) =>
    sql`
      INSERT INTO invoice (id, tenant_id, kind, state, number, issued_on, due_on, issued_at, period_from, period_until, currency, net, tax, gross, content, fingerprint)
      VALUES (${invoiceId}, ${at.tenantId}, 'invoice', 'issued', 'RE-2026-000001', '2026-11-03', '2026-11-05', now(), '2026-10-01', '2026-10-31', 'EUR', 10000000, 120000, 10120000, '{}', 'x')`.execute(
      tx.tables(),
    ),
  )
  const objection = { tenantId: at.tenantId, invoiceId, text: 'Falsch', by: 'acme' }
  const { id } = await at.database.withOperator((tx) => insertObjection(tx, objection))
  await at.owes(10_120_000n)
  await at.moved('top-up', EURO)
  // The look that finds the balance low looks at what is owed, too.
  const told = (await at.mails(2)).map(({ subject }) => subject).toSorted()
  assert.deepEqual(told, ['Ihr Guthaben geht zur Neige: 1,00 EUR', 'Your credit is running out: EUR 1.00'])
  assert.deepEqual([await at.open(), await at.balance()], [[10_120_000n], EURO])
  const seen = await at.watch()
  assert.ok(seen !== undefined)
  assert.equal(seen.owing_since, null)
  await at.database.withOperator((tx) => decideObjection(tx, id, { outcome: 'refused', answer: 'Richtig', by: 'test' }))
  // Nothing has moved: all are looked at every ten minutes.
  await at.clock.advance(600_000)
  assert.match((await at.mails(2))[0]?.subject ?? '', /9[,.]12/)
  assert.deepEqual([await at.open(), await at.balance()], [[9_120_000n], 0n])
})

test('BIL-09, FRD-03: after the end an invoice without calls from credit is paid as any other: no mail, no lock, nothing owed', async () => {
  await using at = await office(cluster, { creditLowMicros: 0, creditLockAfterDays: 5 })
  await at.owes(3n * EURO, { issuedOn: '2026-10-20', dueOn: '2026-10-25' })
  await at.database.withOperator((tx) => endAccount(tx, at.tenantId, '2026-10-31'))
  await at.owes(50n * EURO, { number: 'RE-2026-000002', issuedOn: '2026-11-02', dueOn: '2026-11-16' })
  await at.moved('top-up', EURO)
  const [mail] = await at.mails(2)
  assert.match(mail?.subject ?? '', /2[,.]00/, 'only what is left of the month in which it was prepaid')
  await at.moved('top-up', 2n * EURO)
  await at.passes('nothing is owed', async () => (await at.watch())?.owing_since === null)
  await at.passes('that is paid', async () => (await at.open())[0] === 0n)
  assert.deepEqual([await at.open(), await at.balance()], [[0n, 50n * EURO], 0n])
  assert.deepEqual(
    at.locked.map(({ reason }) => reason),
    ['lifted'],
  )
})

test('FRD-03: nothing is locked before the last day that the invoice gives is over, and what a debit collects is not owed', async () => {
  await using at = await office(cluster, { creditLowMicros: 0, creditLockAfterDays: 5 })
  const itemId = await at.owes(10_120_000n, { dueOn: '2026-11-17' })
  assert.match((await at.mails(2))[0]?.text ?? '', /18\.11\.2026|2026-11-18/)
  await at.clock.advance(10 * DAY_MS)
  assert.equal(at.locked.length, 0, 'announced two days before')
  await at.database.withOperator(async (tx) => {
    const mandateId = '018f0000-0000-7000-8000-0000000000bb'
    await sql`
      INSERT INTO sepa_mandate (id, tenant_id, reference, kind, state, account_holder, iban, signed_on, given_by, giver_name)
      VALUES (${mandateId}, ${at.tenantId}, 'M-1', 'recurring', 'active', 'Acme', 'DE02120300000000202051', '2026-11-01', 'paper', 'Anna')`.execute(
      tx.tables(),
    )
    const debit = { tenantId: at.tenantId, itemId, mandateId, amountMicros: 10_120_000n, currency: 'EUR', dueOn: '2026-11-20', attempt: 1 }
    await insertDebit(tx, { ...debit, announcedAt: new Date(at.clock.epochMs()) })
  })
  await at.passes('it is not owed', async () => (await at.watch())?.owing_since === null)
  assert.equal((await at.customer('GET', '/prepaid-account')).body.owing, null)
  assert.deepEqual(
    at.locked.map(({ reason }) => reason),
    ['lifted'],
  )
})

test('FRD-03: a part payment that leaves less than the product locks for unlocks, and the rest is still owed', async () => {
  await using at = await office(cluster, { creditLowMicros: 0, creditLockAfterDays: 3, creditLockFromMicros: 100_000_000 })
  await at.owes(120n * EURO)
  assert.equal((await at.mails(2)).length, 2)
  await at.passes('the lock is announced', () => at.locked.length > 0, 3_600_000)
  await at.moved('top-up', 21n * EURO)
  await at.passes('it is unlocked', () => at.locked.at(-1)?.reason === 'lifted')
  await at.passes('that is noted', async () => (await at.watch())?.lock_announced_at === null)
  assert.notEqual((await at.watch())?.owing_since, null)
  const owing = (await at.customer('GET', '/prepaid-account')).body.owing as { amount: object; lockedFrom: string | null }
  assert.deepEqual([owing.amount, owing.lockedFrom], [{ amount: '99.00', currency: 'EUR' }, null])
})

test('FRD-03: a mail server that does not answer keeps nobody locked', async () => {
  const asked = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<void>()
  const mail: MailSender = {
    send: () => {
      asked.resolve()
      return answer.promise
    },
  }
  await using at = await office(cluster, { creditLowMicros: 0, creditLockAfterDays: 5 }, { mail })
  try {
    await at.owes(10_120_000n)
    await at.passes('it is reminded of', async () => (await at.watch())?.owing_since instanceof Date)
    await asked.promise
    await at.moved('top-up', 20n * EURO)
    await at.passes('it is unlocked', () => at.locked.at(-1)?.reason === 'lifted')
  } finally {
    answer.resolve()
  }
})

test('BIL-09: where no mail server answers, one mail is tried, and the others wait for the next time', async () => {
  const asked: string[] = []
  const mail: MailSender = {
    send: ({ to }) => {
      asked.push(to)
      return Promise.reject(new Error('connect ECONNREFUSED'))
    },
  }
  // Its clock stands still: nobody else sends.
  await using at = await office(cluster)
  const { database, clock, tenantId } = at
  const queued = { tenantId, kind: 'low', at: new Date(clock.epochMs()), subject: 'low', text: 'low' } as const
  await database.withOperator(async (tx) => {
    for (const recipient of ['one@acme.example', 'two@acme.example', 'three@acme.example'])
      await queueCreditMail(tx, { ...queued, recipient })
  })
  const send = () => sendCreditMails({ database, mail, clock, logger: silentLogger })
  assert.deepEqual([await send(), asked.length], [0, 1])
  assert.deepEqual([await send(), new Set(asked).size], [0, 2])
})

test('BIL-09: while the mail server thinks, nothing of the database is held, nobody else sends the same mail, and a second try has its Message-ID', async () => {
  await using at = await office(cluster)
  const { database, clock, tenantId } = at
  const queued = {
    tenantId,
    kind: 'low',
    at: new Date(clock.epochMs()),
    subject: 'low',
    text: 'low',
    recipient: 'one@acme.example',
  } as const
  await database.withOperator((tx) => queueCreditMail(tx, queued))
  const ids: (string | undefined)[] = []
  const send = (mail: MailSender, afterMs = 0) =>
    sendCreditMails({ database, mail, clock: { epochMs: () => clock.epochMs() + afterMs }, logger: silentLogger })
  const taking: MailSender = { send: ({ id }) => Promise.resolve(void ids.push(id)) }
  await send({
    send: async ({ id }) => {
      ids.push(id)
      await database.withOperator((tx) => sql`SELECT id FROM prepaid_mail FOR UPDATE NOWAIT`.execute(tx.tables()))
      assert.equal(await send(taking), 0, 'another node finds nothing')
      // The first one seems to be dead.
      assert.equal(await send(taking, 600_000), 1)
      throw new Error('the connection broke')
    },
  })
  assert.deepEqual([ids.length, ids[0]], [2, ids[1]])
  assert.equal(await send(taking, 90_000_000), 0, 'what one of them has sent is not tried again')
})

test('BIL-09: an address that is refused is tried again and again, and given up in the end', async () => {
  await using at = await office(cluster, { creditLowMicros: 5_000_000 }, { refuses: true })
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
