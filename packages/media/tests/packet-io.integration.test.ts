import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Worker } from 'node:worker_threads'
import { eventually } from '@klinke/testbed'
import { DgramPacketIo } from '../src/packet-io/dgram-packet-io.ts'
import { openKernel } from '../src/packet-io/ffi/kernel.ts'
import { KernelPacketIo } from '../src/packet-io/ffi/kernel-packet-io.ts'
import { packetIoContract } from './packet-io-contract.ts'

packetIoContract('dgram', async () => new DgramPacketIo())

const kernel = await openKernel()
if (kernel) {
  packetIoContract('kernel', async () => new KernelPacketIo(kernel))

  test('kernel: packets wait for the tick while none is passed on, and are handed over one by one while some are', async () => {
    const waiting = await momentsOf(new KernelPacketIo(kernel), false)
    assert.ok(waiting <= (3 * PACKETS * EVERY_MS) / TICK_MS, `handed over at ${waiting} moments`)
    // On a busy machine even those that are passed on come together now and then.
    await eventually('packets one by one', async () => (await momentsOf(new KernelPacketIo(kernel), true)) > 2 * waiting)
  })
} else test('kernel: not offered on this machine', { skip: true })

const PACKETS = 60
const EVERY_MS = 4
const TICK_MS = 50

/** Another thread sends a packet each 4 ms. Gives at how many moments some were handed over. */
async function momentsOf(io: KernelPacketIo, passesOn: boolean): Promise<number> {
  const socket = await io.bind('IPv4', '127.0.0.1', 0)
  assert.ok(socket)
  const sender = new Worker(SENDER, { eval: true, workerData: { port: socket.port, count: PACKETS, everyMs: EVERY_MS } })
  try {
    let [moments, lastMs, count] = [0, Number.NEGATIVE_INFINITY, 0]
    await new Promise<void>((resolve) => {
      socket.listen(() => {
        const nowMs = performance.now()
        if (nowMs - lastMs > 1) moments++
        lastMs = nowMs
        if (passesOn) io.passedOn(nowMs)
        if (++count === PACKETS) resolve()
      })
      io.run(TICK_MS, () => undefined)
    })
    return moments
  } finally {
    io.close()
    await sender.terminate()
  }
}

const SENDER = `
  const { createSocket } = require('node:dgram')
  const { workerData: { port, count, everyMs } } = require('node:worker_threads')
  const socket = createSocket('udp4')
  let sent = 0
  const timer = setInterval(() => {
    socket.send('packet', port, '127.0.0.1')
    if (++sent === count) clearInterval(timer)
  }, everyMs)
`
