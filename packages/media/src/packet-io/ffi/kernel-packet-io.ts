import type { AddressFamily } from '@klinke/rtp'
import { MAX_PACKET_OCTETS, type PacketBuffer, type PacketIo, type PacketReceiver, type PacketSocket, type Peer } from '../packet-io.ts'
import { TickSchedule } from '../tick-schedule.ts'
import {
  AF_INET,
  AF_INET6,
  EPOLL_CLOEXEC,
  EPOLL_CTL_ADD,
  EPOLL_CTL_DEL,
  EPOLL_EVENT,
  EPOLLIN,
  EXPEDITED_FORWARDING,
  IP_TOS,
  IPPROTO_IP,
  IPPROTO_IPV6,
  IPV6_TCLASS,
  IPV6_V6ONLY,
  MSG_DONTWAIT,
  SOCK_CLOEXEC,
  SOCK_DGRAM,
  SOCK_NONBLOCK,
} from './constants.ts'
import type { Kernel, NativeMemory } from './kernel.ts'
import { MessageHeader } from './message-header.ts'
import { KernelSource, SOCKADDR_MAX_OCTETS, socketAddress } from './socket-address.ts'

/** Sockets served per wait. Each gives one packet, so that a flood on one of them delays the others by one packet at most. */
const MAX_EVENTS = 256
/** Node's event loop (control messages, timers) runs at least this often while packets keep coming. */
const EVENT_LOOP_EVERY_MS = 5
/**
 * Packets are gathered for so long after some have been served, as network cards do: waking up costs more than a packet. What it adds to
 * the delay is a twentieth of a frame.
 */
const GATHER_MS = 1
/** Streams pass on a packet every 60 ms at least: after this time without one there is none that would be held up. */
const PASSING_ON_MS = 100
/** With more packets from tick to tick the thread hardly sleeps anyway, and gathering would only delay them. */
const CROWDED_PACKETS = 80
/** Packets of a socket's past thrown away when it gets a new listener; more than a receive buffer holds. */
const MAX_STALE_PACKETS = 1024

/**
 * `PacketIo` by the kernel's own calls (docs/adr/0001-packet-loop.md): one epoll set for all sockets, and in it the
 * descriptor of Node's event loop, so that this loop sleeps for both and leaves the thread when Node has something to do.
 */
export class KernelPacketIo implements PacketIo {
  readonly #kernel: Kernel
  /** Of the epoll set. */
  readonly descriptor: number
  readonly #events: NativeMemory
  readonly #packet: NativeMemory
  readonly #source: KernelSource
  readonly #incoming: MessageHeader
  readonly #outgoing: MessageHeader
  /** Arguments of the calls that are not about packets. */
  readonly #scratch: NativeMemory
  /** By file descriptor: the kernel hands out small numbers. */
  readonly #sockets: (KernelSocket | undefined)[] = []
  #turn: NodeJS.Immediate | undefined
  /** Received since the last tick. */
  #packets = 0
  #crowded = false
  #passingOnUntilMs = 0
  /** Nobody ever wakes who waits on it. */
  readonly #never = new Int32Array(new SharedArrayBuffer(4))

  constructor(kernel: Kernel) {
    this.#kernel = kernel
    this.#events = kernel.memory(MAX_EVENTS * EPOLL_EVENT.octets)
    this.#packet = kernel.memory(MAX_PACKET_OCTETS)
    this.#source = new KernelSource(kernel)
    this.#incoming = new MessageHeader(kernel)
    this.#incoming.receiveInto(this.#packet, this.#source.pointer)
    this.#outgoing = new MessageHeader(kernel)
    this.#scratch = kernel.memory(EPOLL_EVENT.octets)
    this.descriptor = kernel.epoll_create1(EPOLL_CLOEXEC)
    this.#watch(kernel.eventLoopDescriptor, EPOLL_CTL_ADD)
  }

  allocate(octets: number): PacketBuffer {
    return this.#kernel.memory(octets)
  }

  peer(family: AddressFamily, address: string, port: number): Peer | undefined {
    return port === 0 ? undefined : socketAddress(this.#kernel, family, address, port)
  }

  bind(family: AddressFamily, address: string, port: number): Promise<PacketSocket | undefined> {
    const local = socketAddress(this.#kernel, family, address, port)
    if (!local) return Promise.resolve(undefined)
    const descriptor = this.#kernel.socket(family === 'IPv4' ? AF_INET : AF_INET6, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)
    if (descriptor < 0) return Promise.resolve(undefined)
    this.#setOptions(descriptor, family)
    if (this.#kernel.bind(descriptor, local.pointer, local.octets.length) < 0) {
      this.#kernel.close(descriptor)
      return Promise.resolve(undefined)
    }
    const socket = new KernelSocket(this.#kernel, this.#outgoing, descriptor, this.#boundPort(descriptor), {
      listening: (on) => this.#listening(descriptor, on),
      closed: () => this.#forget(descriptor),
    })
    this.#sockets[descriptor] = socket
    return Promise.resolve(socket)
  }

  run(tickMs: number, tick: (nowMs: number) => void): void {
    const schedule = new TickSchedule(performance.now(), tickMs)
    const turn = (): void => {
      this.#turn = setImmediate(turn)
      this.#serve(schedule, tick)
    }
    this.#turn = setImmediate(turn)
  }

  passedOn(nowMs: number): void {
    this.#passingOnUntilMs = nowMs + PASSING_ON_MS
  }

  close(): void {
    clearImmediate(this.#turn)
    for (const socket of this.#sockets) socket?.close()
    this.#kernel.close(this.descriptor)
  }

  /**
   * Serves sockets until Node's event loop has work, or its turn has come. After some packets it takes all that wait, and then gathers
   * others before it looks again; where none have come, it sleeps until one does.
   */
  #serve(schedule: TickSchedule, tick: (nowMs: number) => void): void {
    const leaveAtMs = performance.now() + EVENT_LOOP_EVERY_MS
    let busy = false
    for (;;) {
      const state = this.poll(busy ? 0 : Math.ceil(schedule.delayMs(performance.now())))
      while (schedule.take(performance.now())) {
        tick(schedule.takenMs)
        this.#countPackets()
      }
      if (state === 'event-loop' || performance.now() >= leaveAtMs) return
      if (state === 'nothing' && !busy) return
      busy = state === 'packets'
      if (!busy) this.#gather(schedule)
    }
  }

  #countPackets(): void {
    this.#crowded = this.#packets > CROWDED_PACKETS
    this.#packets = 0
  }

  /**
   * Sleeps a little, so that the next look finds several packets at once; never beyond a tick. Until the tick where nothing is passed on: with 99 members in
   * a conference looking each millisecond was a quarter of the work.
   */
  #gather(schedule: TickSchedule): void {
    const nowMs = performance.now()
    const passesOn = nowMs < this.#passingOnUntilMs
    if (passesOn && this.#crowded) return
    const sleepMs = Math.min(passesOn ? GATHER_MS : Number.POSITIVE_INFINITY, schedule.delayMs(nowMs))
    if (sleepMs > 0) Atomics.wait(this.#never, 0, 0, sleepMs)
  }

  /**
   * Waits up to `timeoutMs` and takes one packet from each ready socket. `event-loop`: Node has work to do in this
   * thread; `nothing`: the time is over.
   */
  poll(timeoutMs: number): 'packets' | 'event-loop' | 'nothing' {
    const ready = this.#kernel.epoll_wait(this.descriptor, this.#events.pointer, MAX_EVENTS, timeoutMs)
    let eventLoopReady = false
    for (let index = 0; index < ready; index++) {
      const descriptor = this.#events.view.getInt32(index * EPOLL_EVENT.octets + EPOLL_EVENT.dataAt, true)
      if (descriptor === this.#kernel.eventLoopDescriptor) eventLoopReady = true
      else this.#receiveOne(descriptor)
    }
    if (eventLoopReady) return 'event-loop'
    return ready > 0 ? 'packets' : 'nothing'
  }

  #receiveOne(descriptor: number): void {
    const receiver = this.#sockets[descriptor]?.receiver
    if (!receiver) return
    this.#incoming.sourceRoom(SOCKADDR_MAX_OCTETS)
    const length = this.#kernel.recvmsg(descriptor, this.#incoming.pointer, MSG_DONTWAIT)
    if (length <= 0) return
    this.#packets++
    receiver(this.#packet, length, this.#source)
  }

  #setOptions(descriptor: number, family: AddressFamily): void {
    const option = (level: number, name: number, value: number): void => {
      this.#scratch.view.setInt32(0, value, true)
      this.#kernel.setsockopt(descriptor, level, name, this.#scratch.pointer, 4)
    }
    if (family === 'IPv6') option(IPPROTO_IPV6, IPV6_V6ONLY, 1)
    if (family === 'IPv6') option(IPPROTO_IPV6, IPV6_TCLASS, EXPEDITED_FORWARDING)
    else option(IPPROTO_IP, IP_TOS, EXPEDITED_FORWARDING)
  }

  #boundPort(descriptor: number): number {
    this.#scratch.view.setInt32(0, SOCKADDR_MAX_OCTETS, true)
    this.#kernel.getsockname(descriptor, this.#source.pointer, this.#scratch.pointer)
    return this.#source.toPeer().port
  }

  /** A socket nobody listens to is out of the set: its buffer fills, and the kernel drops the rest at no cost here. */
  #listening(descriptor: number, on: boolean): void {
    if (on) this.#discardStale(descriptor)
    this.#watch(descriptor, on ? EPOLL_CTL_ADD : EPOLL_CTL_DEL)
  }

  #discardStale(descriptor: number): void {
    for (let count = 0; count < MAX_STALE_PACKETS; count++) {
      if (this.#kernel.recvmsg(descriptor, this.#incoming.pointer, MSG_DONTWAIT) < 0) return
    }
  }

  #watch(descriptor: number, operation: number): void {
    this.#scratch.view.setUint32(0, EPOLLIN, true)
    this.#scratch.view.setInt32(EPOLL_EVENT.dataAt, descriptor, true)
    this.#kernel.epoll_ctl(this.descriptor, operation, descriptor, this.#scratch.pointer)
  }

  #forget(descriptor: number): void {
    this.#sockets[descriptor] = undefined
  }
}

interface SocketOwner {
  listening(on: boolean): void
  closed(): void
}

class KernelSocket implements PacketSocket {
  readonly port: number
  receiver: PacketReceiver | undefined
  readonly descriptor: number
  readonly #kernel: Kernel
  readonly #outgoing: MessageHeader
  readonly #owner: SocketOwner
  #closed = false

  constructor(kernel: Kernel, outgoing: MessageHeader, descriptor: number, port: number, owner: SocketOwner) {
    this.#kernel = kernel
    this.#outgoing = outgoing
    this.descriptor = descriptor
    this.port = port
    this.#owner = owner
  }

  listen(receiver: PacketReceiver | undefined): void {
    if (this.#closed) return
    const listened = this.receiver !== undefined
    this.receiver = receiver
    if (listened !== (receiver !== undefined)) this.#owner.listening(receiver !== undefined)
  }

  send(packet: PacketBuffer, length: number, to: Peer): void {
    if (this.#closed) return
    this.#outgoing.sendFrom(packet, length, to)
    this.#kernel.sendmsg(this.descriptor, this.#outgoing.pointer, MSG_DONTWAIT)
  }

  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.receiver = undefined
    this.#owner.closed()
    this.#kernel.close(this.descriptor)
  }
}
