import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { TestCluster } from '@klinke/platform/test-support'
import { pbxApi, pbxCluster } from '../test-support/pbx-api.ts'

let cluster: TestCluster
before(async () => {
  cluster = await pbxCluster()
})
after(() => cluster[Symbol.asyncDispose]())

const OFFICE = {
  name: 'Büro',
  week: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '08:00', to: '17:00' }],
  holidays: { land: 'NW' },
}

test('CALL-10: a schedule is made, read, changed and deleted, and calls see it', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, alice, directory } = running
  const created = await asAlice('POST', '/schedules', OFFICE)
  assert.equal(created.status, 201, String(created.body.detail))
  const path = `/schedules/${String(created.body.id)}`
  assert.ok(directory.tenant(alice)?.schedules.get(String(created.body.id))?.timeZone === 'Europe/Berlin')
  const changed = await asAlice('PATCH', path, { holidays: null, name: 'Laden' })
  assert.partialDeepStrictEqual(changed.body, { name: 'Laden', holidays: null, week: OFFICE.week })
  assert.deepEqual(
    (await asAlice('GET', '/schedules')).body.items?.map(({ name }) => name),
    ['Laden'],
  )
  assert.equal((await asAlice('DELETE', path)).status, 204)
  assert.equal((await asAlice('GET', path)).status, 404)
})

test('the state of a schedule at a time says why, and when it changes next', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice } = running
  const { body } = await asAlice('POST', '/schedules', OFFICE)
  const state = await asAlice('GET', `/schedules/${String(body.id)}/state?at=2026-05-01T10:00:00%2B02:00`)
  assert.deepEqual(state.body, { open: false, why: 'Tag der Arbeit', nextChange: '2026-05-04T06:00:00.000Z' })
})

test('a name is given once, and nonsense is refused', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob } = running
  await asAlice('POST', '/schedules', OFFICE)
  assert.equal((await asAlice('POST', '/schedules', OFFICE)).body.type, 'urn:klinke:problem:schedule-name-taken')
  assert.equal((await asBob('POST', '/schedules', OFFICE)).status, 201)
  assert.equal(
    (await asAlice('POST', '/schedules', { ...OFFICE, name: 'x', week: [{ days: ['mon'], from: '17:00', to: '08:00' }] })).status,
    400,
  )
})

test("another tenant's schedule answers 404 to every method", async () => {
  await using running = await pbxApi(cluster)
  const { asAlice, asBob } = running
  const path = `/schedules/${String((await asAlice('POST', '/schedules', OFFICE)).body.id)}`
  assert.equal((await asBob('GET', path)).status, 404)
  assert.equal((await asBob('GET', `${path}/state`)).status, 404)
  assert.equal((await asBob('PATCH', path, { name: 'x' })).status, 404)
  assert.equal((await asBob('DELETE', path)).status, 404)
  assert.equal((await asBob('GET', '/schedules')).body.items?.length, 0)
})

test('the holidays of a Land are listed', async () => {
  await using running = await pbxApi(cluster)
  const { asAlice } = running
  const { body } = await asAlice('GET', '/holidays?land=SN&year=2026')
  assert.ok(body.items?.some(({ name, date }) => name === 'repentance-day' && date === '2026-11-18'))
})
