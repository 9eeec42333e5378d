import { isPrivateAddress } from '@klinke/rtp'
import type { PacketSource, Peer } from '../../packet-io/packet-io.ts'

/** Packets from one source until it is held for the peer's. */
export const LOCK_AFTER_PACKETS = 8
/** The stream goes on from elsewhere (same SSRC) after this silence: the peer's NAT has given it another port. */
export const MOVED_AFTER_SILENCE_MS = 200
/** A stream with another SSRC takes over only after this silence: until then it may be a stranger's. */
export const REPLACED_AFTER_SILENCE_MS = 5000

/** `same`: from the known source. `new`: may be learned as the source. `stranger`: throw the packet away. */
export type SourceVerdict = 'same' | 'new' | 'stranger'

/** Paths that are known to be the peer's, as ICE finds them: nothing need be guessed then. */
export interface MediaPath {
  /** Where to send now. */
  readonly destination: Peer | undefined
  has(source: PacketSource): boolean
}

/**
 * Where the peer's packets come from, and so where its packets go (symmetric RTP, RFC 4961): at first to the address in
 * its session description, which behind a NAT is wrong; then to the source of the first packet. For the first packets
 * the described address still wins over another source; then the source is locked, and only silence or a
 * renegotiation lets another one in, so that a stranger who finds the port can neither be heard nor listen.
 */
export class SourceLatch {
  #signalled: Peer | undefined
  #current: Peer | undefined
  #packets = 0
  #ssrc = 0
  #lastMs = 0
  /** After a renegotiation to another address: the old source is still served, but any other one replaces it. */
  #expectingMove = false
  /** Decides instead, where the peer has one. */
  path: MediaPath | undefined

  /** Where to send; undefined while the peer has named no address and none is learned. */
  get destination(): Peer | undefined {
    return this.path ? this.path.destination : (this.#current ?? this.#signalled)
  }

  /** The peer's session description names this place. */
  get signalled(): Peer | undefined {
    return this.#signalled
  }

  /** The peer's session description names `address`. The same address again changes nothing. */
  signal(address: Peer | undefined): void {
    if (!address || (this.#signalled && samePeer(address, this.#signalled))) return
    const first = this.#signalled === undefined
    this.#signalled = address
    if (first || !this.#current) return
    this.#packets = 0
    // A private address cannot be reached from where a public source was learned: that one serves until the next is learned.
    if (isPrivateAddress(address.address) && !isPrivateAddress(this.#current.address)) this.#expectingMove = true
    else this.#current = undefined
  }

  /** Judges the source of a packet without learning it: the packet may yet fail authentication. */
  judge(source: PacketSource, ssrc: number, nowMs: number): SourceVerdict {
    if (this.path) return this.path.has(source) ? 'same' : 'stranger'
    if (!this.#current) return 'new'
    if (source.isPeer(this.#current)) return 'same'
    return this.#mayReplace(source, ssrc, nowMs) ? 'new' : 'stranger'
  }

  /** A packet judged `same` was good. */
  heard(ssrc: number, nowMs: number): void {
    this.#packets++
    this.#ssrc = ssrc
    this.#lastMs = nowMs
  }

  /** A packet judged `new` was good: its source is the peer's from now on. */
  learn(source: PacketSource, ssrc: number, nowMs: number): Peer {
    const learned = source.toPeer()
    this.#current = learned
    this.#packets = 1
    this.#ssrc = ssrc
    this.#lastMs = nowMs
    this.#expectingMove = false
    return learned
  }

  #mayReplace(source: PacketSource, ssrc: number, nowMs: number): boolean {
    if (this.#expectingMove) return true
    if (this.#packets < LOCK_AFTER_PACKETS && this.#signalled && source.isPeer(this.#signalled)) return true
    const silentMs = nowMs - this.#lastMs
    return silentMs >= (ssrc === this.#ssrc ? MOVED_AFTER_SILENCE_MS : REPLACED_AFTER_SILENCE_MS)
  }
}

function samePeer(a: Peer, b: Peer): boolean {
  return a.port === b.port && a.address === b.address
}
