import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertHearsTone, Baresip, missingPeers } from '@klinke/testbed'
import { NETWORK_NUMBERS, NETWORK_TONE } from './numbers.ts'
import { startPublicNetwork } from './start.ts'

const skip = missingPeers('baresip')
// baresip takes calls for its own user only, and a trunk is called by its numbers.
const account = { username: '+4922147101', password: 'trunk-secret', realm: 'network.test' }
const controlToken = 'a token for this test'
const tone = { frequencyHz: 440, levelDbm0: -10 }

async function start() {
  const first = 34_000 + 20 * Math.floor(Math.random() * 100)
  const log: string[] = []
  const network = await startPublicNetwork({ sipPort: 0, account, rtpPorts: { first, last: first + 19 }, controlToken }, (line) =>
    log.push(line),
  )
  const control = async (method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly body: unknown }> => {
    const options = body === undefined ? {} : { body: JSON.stringify(body) }
    const response = await fetch(network.controlUrl + path, { method, headers: { authorization: `Bearer ${controlToken}` }, ...options })
    return { status: response.status, body: await response.json() }
  }
  const { username, password, realm: domain } = account
  const server = { address: '127.0.0.1', port: network.sipPort }
  const customer = () => Baresip.start({ username, password, domain, server, tone })
  return { network, control, customer, [Symbol.asyncDispose]: () => network.stop() }
}

test('a phone that is not ours registers, hears the tone and its echo, and is refused where nobody is', { skip }, async () => {
  await using simulation = await start()
  await using phone = await simulation.customer()
  await phone.dial(`sip:${NETWORK_NUMBERS.tone}@${account.realm}`)
  await phone.established()
  assertHearsTone('the caller', await phone.listen(600), NETWORK_TONE)
  await phone.hangUp()
  await phone.ended()
  await phone.dial(`sip:${NETWORK_NUMBERS.echo}@${account.realm}`)
  await phone.established()
  assertHearsTone('the caller', await phone.listen(600), tone)
  await phone.hangUp()
  await phone.ended()
  await phone.dial(`sip:${NETWORK_NUMBERS.unassigned}@${account.realm}`)
  assert.match(await phone.ended(), /404/)
})

test('a call in by command rings, is heard, and its end is told', { skip }, async () => {
  await using simulation = await start()
  assert.equal((await simulation.control('POST', '/calls', { to: '+4922147101' })).status, 409)
  await using phone = await simulation.customer()
  const { status, body } = await simulation.control('POST', '/calls', { to: '+4922147101', from: '+493023125042', seconds: 3 })
  assert.equal(status, 202)
  const { id } = body as { readonly id: string }
  assert.match(await phone.rings(), /\+493023125042@/)
  await phone.accept()
  await phone.established()
  assertHearsTone('the called', await phone.listen(600), NETWORK_TONE)
  assert.deepEqual((await simulation.control('GET', `/calls/${id}`)).body, { state: 'answered' })
  await phone.ended()
  assert.deepEqual((await simulation.control('GET', `/calls/${id}`)).body, { state: 'ended' })
})

test('the control interface needs its token and well-formed numbers', async () => {
  await using simulation = await start()
  assert.equal((await fetch(simulation.network.controlUrl)).status, 401)
  assert.deepEqual((await simulation.control('GET', '/')).body, { registered: false, liveCalls: 0 })
  assert.equal((await simulation.control('POST', '/calls', { to: '110; DROP' })).status, 400)
  assert.equal((await simulation.control('GET', '/calls/1')).status, 404)
})
