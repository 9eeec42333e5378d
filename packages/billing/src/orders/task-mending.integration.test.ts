/** What the operator does with a task of an order that could not be done: something else instead, or without it; never silently. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accountsMigrations, findTenant } from '@klinke/accounts'
import { platformMigrations, smtpMailSender } from '@klinke/platform'
import { type TestCluster, testCluster, testMailServer } from '@klinke/platform/test-support'
import { openProvider, type Provider } from '../contracts/test-support/provider.ts'
import { billingMigrations } from '../migrations.ts'
import { FakeProvisioning } from './test-support/fake-provisioning.ts'
import { loadProfile, newOrderForm, orderMade, stockNumbers } from './test-support/given-orders.ts'

const FLAT = [
  { item: 'base', quantity: 1 },
  { item: 'extension', quantity: 5 },
  { item: 'group', quantity: 1 },
]
const ALL = ['check', 'confirm', 'provision']

let cluster: TestCluster
before(async () => {
  cluster = await testCluster([platformMigrations, accountsMigrations, billingMigrations])
})
after(() => cluster[Symbol.asyncDispose]())

interface ShownTask {
  readonly position: number
  readonly kind: string
  readonly title: { readonly de: string }
  readonly trouble: { readonly de: string } | null
  readonly input: Readonly<Record<string, unknown>> | null
  readonly skipped: { readonly reason: string } | null
  readonly skip: { readonly allowed: boolean; readonly text: { readonly de: string } } | null
}

interface ShownOrder {
  readonly id: string
  readonly state: string
  readonly tenantId: string
  readonly form: { readonly firstExtension: string; readonly administrator: { readonly email: string } }
  readonly tasks: readonly ShownTask[]
  readonly history: readonly { readonly step: string; readonly by: string; readonly reason: string; readonly task: number | null }[]
}

/** The newest order, as it is. */
async function newest({ operator }: Provider): Promise<ShownOrder> {
  const [order] = (await operator('GET', '/orders')).body.items as { readonly id: string }[]
  return (await operator('GET', `/orders/${order?.id}`)).body as unknown as ShownOrder
}

function stopped({ tasks }: ShownOrder): ShownTask {
  const task = tasks.find(({ skip }) => skip !== null)
  assert.ok(task, 'a task has failed')
  return task
}

test('ORD-01: a task that failed is amended and tried again; what was signed stays, and the history and the audit log say who did what and why', async () => {
  const exchange = new FakeProvisioning()
  exchange.taken.add('10')
  await using running = await openProvider(cluster, { provisioning: exchange })
  const { operator, database } = running
  await loadProfile(operator, 'flat')
  assert.equal((await orderMade(running, newOrderForm('flat', FLAT), ALL)).status, 409)
  const order = await newest(running)
  const task = stopped(order)
  assert.deepEqual([task.kind, task.trouble?.de], ['extensions', 'Die Nebenstelle 10 gibt es schon.'])
  assert.deepEqual(task.input, { kind: 'extensions', extensions: [], firstExtension: '10' })
  const path = `/orders/${order.id}/tasks/${task.position}`
  const reason = '10 bis 29 gehören dem Türsprecher'

  const wrong = await operator('PATCH', path, { input: { kind: 'numbers', first: null }, reason })
  assert.deepEqual([wrong.status, (wrong.body.errors as { pointer: string }[])[0]?.pointer], [400, '/input/kind'])
  const six = Array.from({ length: 6 }, (_, index) => ({ number: String(40 + index), name: 'Zu viele' }))
  const many = await operator('PATCH', path, { input: { ...task.input, extensions: six }, reason })
  assert.deepEqual([many.status, (many.body.errors as { pointer: string }[])[0]?.pointer], [400, '/input/extensions'])
  const still = await operator('PATCH', path, { input: { ...task.input, extensions: [{ number: '10', name: 'Empfang' }] }, reason })
  assert.deepEqual([still.status, still.body.state], [200, 'confirmed'], 'it was tried again, and failed again')

  const amended = await operator('PATCH', path, { input: { ...task.input, firstExtension: '30' }, reason })
  assert.deepEqual([amended.status, amended.body.state], [200, 'provisioned'], JSON.stringify(amended.body))
  assert.equal(exchange.asked[0], 'extensions 30 31 32 33 34')
  const after = await newest(running)
  assert.equal(after.form.firstExtension, '10', 'what was signed stays as it was')
  const made = after.history.filter(({ step }) => step === 'amend')
  assert.deepEqual(
    made.map(({ task: position, reason: why }) => [position, why]),
    [
      [task.position, reason],
      [task.position, reason],
    ],
  )
  assert.ok(made.every(({ by }) => by !== ''))
  const logged = await database.withOperator((tx) =>
    tx
      .tables<{ readonly audit_log: { readonly id: string; readonly subject: string; readonly tenant_id: string | null } }>()
      .selectFrom('audit_log')
      .select('id')
      .where('subject', '=', 'product_order_task')
      .where('tenant_id', '=', after.tenantId)
      .execute(),
  )
  assert.ok(logged.length > 0, 'the audit log has it')
  const late = await operator('PATCH', path, { input: task.input, reason })
  assert.deepEqual([late.status, late.body.type], [409, 'urn:klinke:problem:order-task-not-stopped'])
})

test('a block that the operator names is assigned instead of one of the stock, if it is of the Ortsnetz', async () => {
  await using running = await openProvider(cluster, { provisioning: new FakeProvisioning() })
  const { operator } = running
  await loadProfile(operator, 'flat')
  const items = [...FLAT, { item: 'number-ten', quantity: 1 }]
  await orderMade(running, newOrderForm('flat', items), ALL)
  const order = await newest(running)
  const task = stopped(order)
  assert.deepEqual(task.input, { kind: 'numbers', first: null, upstreamCarrier: null })
  const input = { kind: 'numbers', first: '+4922198700000', upstreamCarrier: 'Netz Nord' }
  const away = await operator('PATCH', `/orders/${order.id}/tasks/${task.position}`, {
    input: { ...input, first: '+493098700000' },
    reason: 'x',
  })
  assert.match(JSON.stringify(away.body.tasks), /0221|Ortsnetz/)
  const amended = await operator('PATCH', `/orders/${order.id}/tasks/${task.position}`, { input, reason: 'Vom Vorlieferanten' })
  assert.deepEqual([amended.status, amended.body.state], [200, 'provisioned'], JSON.stringify(amended.body))
  assert.match(JSON.stringify(amended.body.tasks), /\+4922198700000/)
})

test('ORD-01: a task is skipped with a reason that the customer reads; what something stands on is not, and says why', async () => {
  await using server = await testMailServer()
  const exchange = new FakeProvisioning()
  exchange.taken.add('300')
  await using running = await openProvider(cluster, { provisioning: exchange, mail: smtpMailSender(server.url, 'klinke@example.org') })
  const { operator } = running
  await loadProfile(operator, 'flat')
  await stockNumbers(running)
  await orderMade(running, newOrderForm('flat', FLAT), ALL)
  const order = await newest(running)
  const task = stopped(order)
  assert.deepEqual([task.kind, task.skip?.allowed], ['group', true])
  assert.match(task.skip?.text.de ?? '', /wird berechnet/)
  const skip = (position: number, reason: string, client = operator) =>
    client('POST', `/orders/${order.id}/tasks/${position}/skip`, { reason })
  const customer = await running.as(order.tenantId)
  assert.equal((await skip(task.position, 'nein', customer)).status, 403)
  assert.equal((await skip(task.position, ' ')).status, 400, 'never without a reason')
  assert.equal((await skip(1, 'schon da')).status, 409, 'what is done is not skipped')
  assert.equal((await skip(99, 'gibt es nicht')).status, 404)

  const skipped = await skip(task.position, 'Rufgruppe richtet der Kunde selbst ein')
  assert.deepEqual([skipped.status, skipped.body.state], [200, 'provisioned'], JSON.stringify(skipped.body))
  const { history, tasks } = await newest(running)
  assert.equal(tasks.find(({ position }) => position === task.position)?.skipped?.reason, 'Rufgruppe richtet der Kunde selbst ein')
  assert.partialDeepStrictEqual(
    history.find(({ step }) => step === 'skip'),
    { task: task.position, reason: 'Rufgruppe richtet der Kunde selbst ein' },
  )
  assert.deepEqual(exchange.asked, ['extensions 10 11 12 13 14'])
  for (let left = 3; left > 0; left -= 1) {
    const mail = (await server.next()).replaceAll('=\r\n', '')
    if (mail.includes('eingerichtet')) assert.match(mail, /Rufgruppe anlegen: Rufgruppe richtet der Kunde selbst ein/)
    if (mail.includes('eingerichtet')) return
  }
  assert.fail('no mail told of it')
})

test('ORD-05: who hands credentials over by another way skips that, and it counts as done', async () => {
  const exchange = new FakeProvisioning()
  exchange.invite = () => Promise.reject(new Error('the mail server is away'))
  await using running = await openProvider(cluster, { provisioning: exchange })
  const { operator, database } = running
  await loadProfile(operator, 'quota')
  await stockNumbers(running)
  const items = [
    { item: 'quota-10', quantity: 1 },
    { item: 'extension', quantity: 10 },
  ]
  await orderMade(running, newOrderForm('quota', items), ALL)
  const order = await newest(running)
  const task = stopped(order)
  assert.deepEqual([task.kind, task.input, task.skip?.allowed], ['hand-over', null, true])
  const nothing = await operator('PATCH', `/orders/${order.id}/tasks/${task.position}`, {
    input: { kind: 'numbers', first: null },
    reason: 'x',
  })
  assert.deepEqual([nothing.status, nothing.body.type], [409, 'urn:klinke:problem:order-task-not-amendable'])
  const skipped = await operator('POST', `/orders/${order.id}/tasks/${task.position}/skip`, { reason: 'Brief mit Anfangspasswort' })
  assert.deepEqual([skipped.body.state, typeof skipped.body.handedOverAt], ['provisioned', 'string'])
  assert.ok(await database.withOperator((tx) => findTenant(tx, order.tenantId)))
})
