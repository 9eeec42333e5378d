import { sequenceDistance } from '../packet/sequence.ts'

/** Slots; a power of 2. 64 packets of 20 ms are 1.28 s, far more than any delay worth waiting for. */
export const RING_PACKETS = 64
/** Longer payloads are not audio of a telephone. */
export const MOST_PAYLOAD_OCTETS = 1500

const NO_OCTETS = new Uint8Array(0)

interface Slot {
  /** Sequence number; −1 when empty. */
  sequenceNumber: number
  timestamp: number
  octets: Uint8Array
  /** The part of `octets` in use. */
  payload: Uint8Array
}

/** Packets waiting to be played, by sequence number. Copies the payloads into slots that grow to the longest seen and stay. */
export class PacketRing {
  readonly #slots: readonly Slot[] = Array.from({ length: RING_PACKETS }, () => ({
    sequenceNumber: -1,
    timestamp: 0,
    octets: NO_OCTETS,
    payload: NO_OCTETS,
  }))
  #count = 0
  /** Sequence numbers of the oldest and the newest packet held; meaningless when empty. */
  #oldest = 0
  #newest = 0

  get count(): number {
    return this.#count
  }

  get oldest(): number {
    return this.#oldest
  }

  get newest(): number {
    return this.#newest
  }

  has(sequenceNumber: number): boolean {
    return this.#slot(sequenceNumber).sequenceNumber === sequenceNumber
  }

  timestampOf(sequenceNumber: number): number {
    return this.#slot(sequenceNumber).timestamp
  }

  /** Valid until the packet's slot is used again: 64 packets later. */
  payloadOf(sequenceNumber: number): Uint8Array {
    return this.#slot(sequenceNumber).payload
  }

  /** The packet fits between those held without meeting one of them on the ring. */
  hasRoomFor(sequenceNumber: number): boolean {
    return (
      this.#count === 0 ||
      (Math.abs(sequenceDistance(this.#oldest, sequenceNumber)) < RING_PACKETS &&
        Math.abs(sequenceDistance(sequenceNumber, this.#newest)) < RING_PACKETS)
    )
  }

  /** The packet belongs to the numbers held, and is not one of a source that has started anew. */
  isNear(sequenceNumber: number): boolean {
    return this.#count === 0 || Math.abs(sequenceDistance(this.#newest, sequenceNumber)) <= RING_PACKETS
  }

  /** Keeps a packet that is not held yet and that there is room for. */
  put(sequenceNumber: number, timestamp: number, payload: Uint8Array): void {
    const slot = this.#slot(sequenceNumber)
    if (slot.octets.length < payload.length) slot.octets = new Uint8Array(payload.length)
    if (slot.payload.length !== payload.length || slot.payload.buffer !== slot.octets.buffer)
      slot.payload = slot.octets.subarray(0, payload.length)
    slot.payload.set(payload)
    slot.sequenceNumber = sequenceNumber
    slot.timestamp = timestamp
    if (this.#count === 0 || sequenceDistance(this.#oldest, sequenceNumber) < 0) this.#oldest = sequenceNumber
    if (this.#count === 0 || sequenceDistance(this.#newest, sequenceNumber) > 0) this.#newest = sequenceNumber
    this.#count++
  }

  /** Gives up the oldest packet. */
  drop(): void {
    if (this.#count === 0) return
    this.#slot(this.#oldest).sequenceNumber = -1
    this.#count--
    while (this.#count > 0 && !this.has(this.#oldest)) this.#oldest = (this.#oldest + 1) & 0xffff
  }

  clear(): void {
    for (const slot of this.#slots) slot.sequenceNumber = -1
    this.#count = 0
  }

  #slot(sequenceNumber: number): Slot {
    const slot = this.#slots[sequenceNumber & (RING_PACKETS - 1)]
    if (!slot) throw new RangeError('a masked index is always in the ring')
    return slot
  }
}
