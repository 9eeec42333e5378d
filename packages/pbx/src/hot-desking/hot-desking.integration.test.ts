import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { systemClock } from '@klinke/platform'
import type { TestCluster } from '@klinke/platform/test-support'
import { StoredDirectory } from '../directory/stored-directory.ts'
import { type PbxApi, pbxApi, pbxCluster } from '../test-support/pbx-api.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const placeOf = ({ directory, alice }: PbxApi, extensionId: string) => directory.tenant(alice)?.hotDesking.places.get(extensionId)

test('DEV-05: a phone is shared, an extension logs in, moves to another phone and is logged out; calls follow', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, extension } = running
  const [anna, one, two] = [await extension('10'), await extension('90'), await extension('91')]
  assert.deepEqual((await asAlice('POST', '/shared-phones', { extensionId: one })).body, { extensionId: one, user: null })
  await asAlice('POST', '/shared-phones', { extensionId: two })
  const entered = await asAlice('POST', `/shared-phones/${one}/log-in`, { extensionId: anna })
  assert.equal(entered.status, 200, String(entered.body.detail))
  assert.ok(placeOf(running, anna) === one)
  await asAlice('POST', `/shared-phones/${two}/log-in`, { extensionId: anna })
  assert.ok(placeOf(running, anna) === two)
  {
    const { database, alice } = running
    await using restarted = await StoredDirectory.open({ database, clock: systemClock(), logger: silentLogger })
    assert.equal(restarted.tenant(alice)?.hotDesking.places.get(anna), two, 'outlives a restart')
  }
  assert.deepEqual((await asAlice('GET', `/shared-phones/${one}`)).body.user, null)
  const { items } = (await asAlice('GET', '/shared-phones')).body
  assert.deepEqual(items?.length, 2)
  assert.deepEqual((await asAlice('POST', `/shared-phones/${two}/log-out`)).body.user, null)
  assert.ok(placeOf(running, anna) === undefined)
})

test('DEV-05: a taken phone refuses the next one unless it is to be replaced; a phone that is not shared, and a shared phone as user, are refused', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, extension } = running
  const [anna, bea, phone] = [await extension('10'), await extension('11'), await extension('90')]
  const logIn = (at: string, extensionId: string, replace = false) =>
    asAlice('POST', `/shared-phones/${at}/log-in`, { extensionId, replace })
  assert.equal((await logIn(phone, anna)).status, 409)
  await asAlice('POST', '/shared-phones', { extensionId: phone })
  assert.equal((await logIn(phone, phone)).status, 422)
  assert.equal((await logIn(phone, anna)).status, 200)
  assert.equal((await logIn(phone, bea)).status, 409)
  assert.equal((await logIn(phone, bea, true)).status, 200)
  assert.ok(placeOf(running, bea) === phone && placeOf(running, anna) === undefined)
})

test('DEV-05: two phones at once: the extension sits at one of them', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, extension } = running
  const anna = await extension('10')
  const phones = [await extension('90'), await extension('91'), await extension('92')]
  for (const phone of phones) await asAlice('POST', '/shared-phones', { extensionId: phone })
  const answers = await Promise.all(phones.map((phone) => asAlice('POST', `/shared-phones/${phone}/log-in`, { extensionId: anna })))
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200],
  )
  const items = (await asAlice('GET', '/shared-phones')).body.items
  assert.ok(Array.isArray(items))
  assert.equal(items.filter(({ user }) => user !== null).length, 1)
})

test('DEV-05: deleting the user, or taking its PIN away, logs it out; deleting the phone ends it', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, extension, directory, alice } = running
  const [anna, phone] = [await extension('10'), await extension('90')]
  await asAlice('POST', '/shared-phones', { extensionId: phone })
  assert.equal((await asAlice('PATCH', `/extensions/${anna}/pin`, { pin: '1234' })).status, 400, 'a row of digits')
  assert.deepEqual((await asAlice('PATCH', `/extensions/${anna}/pin`, { pin: '4711' })).body, { hasPin: true, locked: false })
  await asAlice('POST', `/shared-phones/${phone}/log-in`, { extensionId: anna })
  assert.ok(directory.tenant(alice)?.hotDesking.pins.has(anna) === true)
  assert.equal((await asAlice('DELETE', `/extensions/${anna}/pin`)).status, 204)
  assert.ok(placeOf(running, anna) === undefined)
  await asAlice('POST', `/shared-phones/${phone}/log-in`, { extensionId: anna })
  assert.equal((await asAlice('DELETE', `/extensions/${anna}`)).status, 204)
  assert.deepEqual((await asAlice('GET', `/shared-phones/${phone}`)).body.user, null)
  assert.equal((await asAlice('DELETE', `/extensions/${phone}`)).status, 204)
  assert.ok(directory.tenant(alice)?.hotDesking.phones.size === 0)
})

test("DEV-05: the tenant's rules are changed one by one, and where they lead is kept from being deleted", async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob, extension } = running
  const reception = await extension('11')
  const first = await asAlice('PATCH', '/hot-desk-settings', { loggedOffTo: { kind: 'extension', targetId: reception } })
  assert.equal(first.status, 200, String(first.body.detail))
  const { body } = await asAlice('PATCH', '/hot-desk-settings', { logOutAt: '20:00', whenTaken: 'replace' })
  assert.deepEqual(body, {
    ...{ whenTaken: 'replace', logOutAfterHours: null, logOutAt: '20:00', logOutWhenClosed: null },
    loggedOffTo: { kind: 'extension', targetId: reception },
  })
  assert.equal((await asAlice('DELETE', `/extensions/${reception}`)).status, 409)
  assert.equal((await asBob('PATCH', '/hot-desk-settings', { loggedOffTo: { kind: 'extension', targetId: reception } })).status, 422)
  assert.equal((await asAlice('PATCH', '/hot-desk-settings', { logOutAt: '25:00' })).status, 400)
})

test("another tenant's phones and extensions answer 404 to every method", async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob, extension } = running
  const [anna, phone] = [await extension('10'), await extension('90')]
  await asAlice('POST', '/shared-phones', { extensionId: phone })
  const rows = [
    ['GET', `/shared-phones/${phone}`],
    ['POST', '/shared-phones', { extensionId: phone }],
    ['DELETE', `/shared-phones/${phone}`],
    ['POST', `/shared-phones/${phone}/log-in`, { extensionId: anna }],
    ['POST', `/shared-phones/${phone}/log-out`],
    ['GET', `/extensions/${anna}/pin`],
    ['PATCH', `/extensions/${anna}/pin`, { pin: '4711' }],
    ['DELETE', `/extensions/${anna}/pin`],
  ] as const
  for (const [method, path, body] of rows) assert.equal((await asBob(method, path, body)).status, 404, `${method} ${path}`)
})
