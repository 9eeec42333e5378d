import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seededRandom, silentLogger } from '@klinke/foundation'
import { SeededNetwork, TableResolver, VirtualClock } from '@klinke/testbed'
import { ANSWER, OFFER } from '../test-support/world.ts'
import { createSipStack } from '../user-agent/create-sip-stack.ts'
import type { IncomingInvite } from '../user-agent/user-agent.ts'
import { LoopTransport } from './loop-transport.ts'

test('a call over the loop is two dialogs of one exchange: answered, changed and hung up without a message on the network', async () => {
  const clock = new VirtualClock()
  const random = seededRandom(1)
  const network = new SeededNetwork(clock, random)
  const host = network.host('10.0.0.1')
  host.attach({ received: () => assert.fail('a message left the machine'), flowClosed: () => undefined })
  const transport = new LoopTransport(host, { address: '127.0.0.1', port: 5060 }, silentLogger)
  const stack = createSipStack({ transport, resolver: new TableResolver({}), clock, random, logger: silentLogger })
  transport.attach(stack.receiver)
  const taken: IncomingInvite[] = []
  stack.serve({
    invite: (invite) => {
      taken.push(invite)
      assert.equal(invite.flow, transport.loop)
      invite.progress(180)
      invite.accept({ sdp: ANSWER })
    },
    request: () => assert.fail('no other request'),
  })
  const calling = stack.userAgent.invite({
    ...{ uri: 'sip:+4930555010@inside.invalid', from: '<sip:a@inside.invalid>', to: '<sip:b@inside.invalid>', offer: OFFER },
    destination: { flow: transport.loop },
  })
  const seen: string[] = []
  const caller = await clock.settled(
    (async () => {
      for await (const event of calling.events) {
        seen.push(event.kind)
        if (event.kind === 'answered') return event.session
      }
      return assert.fail('not answered')
    })(),
  )
  assert.deepEqual([seen, stack.statistics().dialogs], [['provisional', 'answered'], 2])
  assert.ok(caller)
  void caller.bye()
  await clock.advance(700_000)
  assert.deepEqual(
    [stack.statistics().dialogs, stack.statistics().clientTransactions, stack.statistics().serverTransactions, clock.pending],
    [0, 0, 0, 0],
  )
})
