import type { Buffer } from 'node:buffer'

/** Before its octets stand the time, their number, the flow's number and the direction. */
const HEADER_BYTES = 14
const AT = { atMs: 0, length: 8, flow: 12, sent: 13 } as const

/** One message in a page. */
export interface PageRecord {
  readonly atMs: number
  readonly sent: boolean
  /** Which of its dialog's flows. */
  readonly flow: number
  readonly bytes: Uint8Array
}

/**
 * Messages one after the other in one piece of memory. A hundred thousand of them as objects of their own are what the garbage collector walks over
 * each time; a page is one object to it, however much is written there.
 */
export class TracePage {
  /** Pages are counted as they begin. */
  readonly serial: number
  readonly beganMs: number
  /** The dialogs that began here: their first message is in this page, and none in an older one. */
  readonly callIds: string[] = []
  readonly memory: Buffer
  #usedBytes = 0
  #chargedBytes = 0

  constructor(serial: number, beganMs: number, memory: Buffer) {
    this.serial = serial
    this.beganMs = beganMs
    this.memory = memory
  }

  /** What a message of that length takes of a page. */
  static costOf({ length }: Uint8Array): number {
    return HEADER_BYTES + length
  }

  /** True when so much more can be charged. */
  hasRoomFor(bytes: number): boolean {
    return this.#chargedBytes + bytes <= this.memory.length
  }

  /** Counts what is kept elsewhere because of this page. */
  charge(bytes: number): void {
    this.#chargedBytes += bytes
  }

  /** Gives where it stands. The caller has made sure that there is room. */
  write({ atMs, sent, flow, bytes }: PageRecord): number {
    const at = this.#usedBytes
    this.memory.writeDoubleLE(atMs, at + AT.atMs)
    this.memory.writeUInt32LE(bytes.length, at + AT.length)
    this.memory[at + AT.flow] = flow
    this.memory[at + AT.sent] = sent ? 1 : 0
    this.memory.set(bytes, at + HEADER_BYTES)
    this.#usedBytes += TracePage.costOf(bytes)
    this.charge(TracePage.costOf(bytes))
    return at
  }

  /** A copy: the page may be written anew while somebody reads it. */
  read(at: number): PageRecord {
    const from = at + HEADER_BYTES
    return {
      atMs: this.memory.readDoubleLE(at + AT.atMs),
      sent: this.memory[at + AT.sent] === 1,
      flow: this.memory[at + AT.flow] ?? 0,
      bytes: Uint8Array.prototype.slice.call(this.memory, from, from + this.memory.readUInt32LE(at + AT.length)),
    }
  }
}
