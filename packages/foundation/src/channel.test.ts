import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Channel, ChannelFull } from './channel.ts'

test('items come out in order and reading ends after close', async () => {
  const channel = new Channel<number>()
  channel.send(1)
  channel.send(2)
  channel.close()
  assert.deepEqual(await Array.fromAsync(channel), [1, 2])
})

test('a waiting reader gets the next item', async () => {
  const channel = new Channel<string>()
  const next = channel.receive()
  channel.send('ring')
  assert.equal(await next, 'ring')
})

test('more unread items than the limit are refused', () => {
  const channel = new Channel<number>(1)
  channel.send(1)
  assert.throws(() => channel.send(2), ChannelFull)
})

test('sending after close is dropped', () => {
  const channel = new Channel<number>()
  channel.close()
  assert.equal(channel.send(1), false)
})
