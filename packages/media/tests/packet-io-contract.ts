import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AddressFamily } from '@klinke/rtp'
import type { PacketIo, PacketSocket } from '../src/packet-io/packet-io.ts'

const LOOPBACK: Readonly<Record<AddressFamily, string>> = { IPv4: '127.0.0.1', IPv6: '::1' }

/** What each implementation of `PacketIo` keeps to. */
export function packetIoContract(name: string, makeIo: () => Promise<PacketIo>): void {
  const withIo = async (work: (io: PacketIo) => Promise<void>): Promise<void> => {
    const io = await makeIo()
    try {
      await work(io)
    } finally {
      io.close()
    }
  }

  for (const family of ['IPv4', 'IPv6'] as const) {
    test(`${name}: a packet over ${family} arrives with its source, and an answer reaches that source`, () =>
      withIo(async (io) => {
        const [a, b] = [await bound(io, family), await bound(io, family)]
        io.run(20, () => undefined)
        b.listen((packet, length, source) => b.send(packet, length, source.toPeer()))
        const toB = io.peer(family, LOOPBACK[family], b.port)
        assert.ok(toB)
        const echo = new Promise<string>((resolve) => {
          a.listen((packet, length, source) => {
            assert.equal(source.isPeer(toB), true)
            assert.equal(source.toPeer().port, b.port)
            resolve(Buffer.from(packet.bytes.subarray(0, length)).toString())
          })
        })
        const packet = io.allocate(64)
        packet.bytes.set(Buffer.from('how much wood'))
        a.send(packet, 13, toB)
        packet.bytes.fill(0)
        assert.equal(await echo, 'how much wood')
      }))
  }

  test(`${name}: a port in use is not bound`, () =>
    withIo(async (io) => {
      const first = await bound(io, 'IPv4')
      assert.equal(await io.bind('IPv4', '127.0.0.1', first.port), undefined)
      first.close()
      await new Promise((resolve) => setImmediate(resolve))
      assert.ok(await io.bind('IPv4', '127.0.0.1', first.port))
    }))

  test(`${name}: text that is no address of the family makes no peer`, () =>
    withIo(async (io) => {
      for (const address of ['', 'localhost', '127.0.0.1.5', '::1', '127.0.0.1\0']) assert.equal(io.peer('IPv4', address, 4000), undefined)
      for (const address of ['127.0.0.1', '::1::', 'fe80::zz']) assert.equal(io.peer('IPv6', address, 4000), undefined)
      assert.equal(io.peer('IPv4', '127.0.0.1', 0), undefined)
      assert.equal(io.peer('IPv4', '127.0.0.1', 65_536), undefined)
    }))

  test(`${name}: an IPv6 source equals its address however that is spelled`, () =>
    withIo(async (io) => {
      const [a, b] = [await bound(io, 'IPv6'), await bound(io, 'IPv6')]
      io.run(20, () => undefined)
      const spelled = io.peer('IPv6', '0:0:0:0:0:0:0:1', b.port)
      assert.ok(spelled)
      const known = new Promise<boolean>((resolve) => a.listen((_packet, _length, source) => resolve(source.isPeer(spelled))))
      const toA = io.peer('IPv6', '::1', a.port)
      assert.ok(toA)
      b.send(io.allocate(12), 12, toA)
      assert.equal(await known, true)
    }))

  test(`${name}: packets that came before anyone listened are thrown away`, () =>
    withIo(async (io) => {
      const [a, b] = [await bound(io, 'IPv4'), await bound(io, 'IPv4')]
      io.run(5, () => undefined)
      const toB = io.peer('IPv4', '127.0.0.1', b.port)
      assert.ok(toB)
      const packet = io.allocate(1)
      packet.bytes[0] = 1
      for (let i = 0; i < 10; i++) a.send(packet, 1, toB)
      await ticks(io, 3)
      const heard = new Promise<number>((resolve) => b.listen(({ bytes }) => resolve(bytes[0] ?? -1)))
      packet.bytes[0] = 2
      a.send(packet, 1, toB)
      assert.equal(await heard, 2)
    }))

  test(`${name}: ticks come at their rate while packets flood in, and timers of Node run too`, () =>
    withIo(async (io) => {
      const [a, b] = [await bound(io, 'IPv4'), await bound(io, 'IPv4')]
      const toB = io.peer('IPv4', '127.0.0.1', b.port)
      assert.ok(toB)
      const packet = io.allocate(172)
      let flooding = true
      b.listen(() => {
        if (flooding) a.send(packet, 172, toB)
      })
      let count = 0
      const started = performance.now()
      io.run(10, () => count++)
      for (let i = 0; i < 4; i++) a.send(packet, 172, toB)
      await new Promise((resolve) => setTimeout(resolve, 200))
      const elapsedMs = performance.now() - started
      flooding = false
      assert.ok(Math.abs(count - elapsedMs / 10) <= 3, `${count} ticks of 10 ms in ${elapsedMs} ms`)
    }))
}

async function bound(io: PacketIo, family: AddressFamily): Promise<PacketSocket> {
  const socket = await io.bind(family, LOOPBACK[family], 0)
  assert.ok(socket)
  return socket
}

/** Enough turns of the event loop for packets on loopback to be read. */
async function ticks(_io: PacketIo, count: number): Promise<void> {
  for (let i = 0; i < count * 10; i++) await new Promise((resolve) => setImmediate(resolve))
}
