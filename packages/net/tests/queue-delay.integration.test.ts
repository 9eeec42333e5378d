import assert from 'node:assert/strict'
import { test } from 'node:test'
import { silentLogger } from '@klinke/foundation'
import { eventually } from '@klinke/testbed'
import { SipTransport } from '../src/index.ts'
import { request } from './peers/messages.ts'
import { connectPeer } from './peers/raw-peer.ts'
import { realClock } from './peers/real-clock.ts'

const BUSY_MS = 150

/** Keeps the thread busy, as a collection of garbage or too many messages do. */
function keepBusy(): void {
  const untilMs = performance.now() + BUSY_MS
  while (performance.now() < untilMs);
}

for (const address of ['127.0.0.1', '0.0.0.0', '::1']) {
  test(`a socket at ${address} knows how long messages wait, and forgets it when none come`, { timeout: 60_000 }, async () => {
    const transport = await SipTransport.open({ clock: realClock, logger: silentLogger, listen: [{ protocol: 'UDP', address, port: 0 }] })
    try {
      let received = 0
      transport.attach({
        received: () => {
          received++
          keepBusy()
        },
        flowClosed: () => undefined,
      })
      const port = transport.listening[0]?.port ?? 0
      const peer = await connectPeer('UDP', { address: address === '0.0.0.0' ? '127.0.0.1' : address, port })
      assert.equal(transport.queueDelayMs(), 0)
      peer.write(request('one'))
      // It is measured by the socket's thread now and then, which tells nobody.
      await eventually('a measured delay', () => transport.queueDelayMs() >= BUSY_MS)
      await eventually('its end', () => transport.queueDelayMs() === 0)
      assert.equal(received, 1)
      assert.equal(transport.statistics().garbage, 0)
      peer.close()
    } finally {
      await transport.close()
    }
  })
}
