import assert from 'node:assert/strict'
import { test } from 'node:test'
import { missingPeers } from './available.ts'
import { Sipp } from './sipp.ts'
import {
  CALLED,
  expectRequest,
  expectResponse,
  newRequest,
  pause,
  requestInDialog,
  respond,
  respondInDialog,
  sdp,
  sippScenario,
} from './sipp-scenario.ts'

const skip = missingPeers('sipp')
const variables = { user: '10', peer: '11', domain: 'klinke.test' }

const caller = (status = 200): string =>
  sippScenario(
    'caller',
    newRequest('INVITE', CALLED, 1, { sdp: sdp() }),
    expectResponse(180, { optional: true }),
    expectResponse(status, { beginsDialog: true, contains: 'm=audio' }),
    requestInDialog('ACK', 1),
    pause(50),
    requestInDialog('BYE', 2),
    expectResponse(200),
  )

const called = sippScenario(
  'called',
  expectRequest('INVITE'),
  respond('180 Ringing'),
  respond('200 OK', { sdp: sdp() }),
  expectRequest('ACK'),
  expectRequest('BYE'),
  respondInDialog('200 OK'),
)

for (const transport of ['UDP', 'TCP'] as const) {
  test(`one sipp calls another over ${transport}`, { skip }, async () => {
    await using uas = await Sipp.start({ scenario: called, calls: 3, variables, transport })
    await using uac = await Sipp.start({ scenario: caller(), calls: 3, variables, remote: uas.address, transport })
    const result = await uac.succeeded(20_000)
    assert.equal(result.successfulCalls, 3)
    assert.equal((await uas.succeeded(20_000)).successfulCalls, 3)
  })
}

test('a call that leaves the scenario is a failure with the messages', { skip }, async () => {
  await using uas = await Sipp.start({ scenario: called, variables })
  await using uac = await Sipp.start({ scenario: caller(183), variables, remote: uas.address })
  await assert.rejects(uac.succeeded(20_000), /1 calls failed[\s\S]*SIP\/2\.0 200 OK/)
})

test('a sipp that waits too long is ended by its deadline', { skip }, async () => {
  await using uas = await Sipp.start({ scenario: called, variables })
  await assert.rejects(uas.finished(200), /did not end within 200 ms/)
})
