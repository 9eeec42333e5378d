import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EndpointProfile } from '@klinke/rtp'
import { directMediaEngine, MediaElsewhere } from './direct-media-engine.ts'

const PROFILE: EndpointProfile = { srtp: 'none', addressFamily: 'IPv4' }

test('session descriptions pass unchanged, both ways', async () => {
  const session = directMediaEngine().open('call')
  const [a, b] = [session.endpoint('a', PROFILE), session.endpoint('b', PROFILE)]
  assert.equal(await session.relayOffer(a, b, 'v=0 as written'), 'v=0 as written')
  assert.equal(await session.relayAnswer(b, a, 'v=0 answered'), 'v=0 answered')
})

test('what needs media here is refused with the reason', async () => {
  const session = directMediaEngine().open('call')
  const endpoint = session.endpoint('a', PROFILE)
  await assert.rejects(session.play(endpoint, { kind: 'echo' }), MediaElsewhere)
  await assert.rejects(session.answer(endpoint, 'v=0'), MediaElsewhere)
  await assert.rejects(session.offer(endpoint), MediaElsewhere)
})

test('events end with the session', async () => {
  const session = directMediaEngine().open('call')
  const read = (async () => {
    for await (const event of session.events) assert.fail(event.kind)
  })()
  await session.close()
  await read
})
