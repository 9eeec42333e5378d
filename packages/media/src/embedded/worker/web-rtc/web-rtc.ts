import {
  type IceEffect,
  type IceEvent,
  type IceLite,
  isStun,
  newIceLite,
  type ProtectionFailure,
  type StunAddress,
  sameCredentials,
  stepIceLite,
  type WebRtcTransport,
} from '@klinke/rtp'
import { fingerprintOf } from '../../../dtls/certificate.ts'
import type { DtlsAssociation } from '../../../dtls/dtls-association.ts'
import type { DtlsContext } from '../../../dtls/dtls-context.ts'
import type { SrtpKeys } from '../../../dtls/srtp-profile.ts'
import type { PacketBuffer, PacketIo, PacketSocket, PacketSource, Peer } from '../../../packet-io/packet-io.ts'
import { RateLimit } from '../rate-limit.ts'
import type { MediaPath } from '../source-latch.ts'

/** From the browser's first check: its handshake takes two round trips, and a few seconds when datagrams get lost. */
export const HANDSHAKE_WITHIN_MS = 15_000
/** A handshake takes some ten; more is a flood, each of which would cost a signature. */
const MAX_DTLS_DATAGRAMS_PER_SECOND = 50

export interface WebRtcParts {
  readonly io: PacketIo
  readonly socket: PacketSocket
  /** For datagrams made here; used and sent within one call. */
  readonly scratch: PacketBuffer
  readonly dtls: DtlsContext
  readonly protect: (keys: SrtpKeys) => void
  readonly moved: (to: Peer) => void
  readonly failed: (why: ProtectionFailure) => void
}

/** What stands between a browser's sound and its leg: the paths that ICE finds, and the keys that DTLS agrees on. */
export class WebRtc implements MediaPath {
  readonly #parts: WebRtcParts
  #transport: WebRtcTransport
  #ice: IceLite
  #association: DtlsAssociation
  /** Where the browser has proven to be. */
  #checked: readonly Peer[] = []
  #selected: Peer | undefined
  #checkedSinceMs: number | undefined
  readonly #rate = new RateLimit(MAX_DTLS_DATAGRAMS_PER_SECOND)
  /** The keys are there, and belong to whom the session description names. */
  isProtected = false
  #failed = false

  constructor(transport: WebRtcTransport, parts: WebRtcParts) {
    this.#parts = parts
    this.#transport = transport
    this.#ice = newIceLite(transport.local, transport.remote)
    this.#association = parts.dtls.associate('server')
  }

  /** Where packets go; nowhere without the browser's consent (RFC 7675). */
  get destination(): Peer | undefined {
    return this.#ice.hasConsent ? this.#selected : undefined
  }

  has(source: PacketSource): boolean {
    if (this.#selected && source.isPeer(this.#selected)) return true
    return this.#checked.some((peer) => source.isPeer(peer))
  }

  /** Follows a negotiation: new credentials restart ICE, another certificate begins another handshake. */
  follow(transport: WebRtcTransport): void {
    const before = this.#transport
    this.#transport = transport
    const { local, remote } = transport
    if (!sameCredentials(before.local, local) || !sameCredentials(before.remote, remote)) {
      this.#checked = []
      this.#step({ kind: 'restart', local, remote })
    }
    if (JSON.stringify(before.fingerprints) !== JSON.stringify(transport.fingerprints)) this.#associateAnew()
  }

  /** Takes what is neither RTP nor RTCP (RFC 7983). */
  take({ bytes }: PacketBuffer, length: number, source: PacketSource, nowMs: number): void {
    const packet = bytes.subarray(0, length)
    if (isStun(packet)) {
      // Before anything is made for it: what does not name this session is no check of it.
      if (!packet.includes(this.#transport.local.usernameFragment)) return
      const { family, address, port } = source.toPeer()
      this.#step({ kind: 'datagram', packet, source: { addressFamily: family, address, port }, nowMs })
    } else if (isDtls(packet) && this.has(source) && this.#rate.allows(nowMs)) {
      this.#association.take(packet)
      this.#sendDtls(source.toPeer())
      this.#lookAtHandshake()
    }
  }

  /** Authentic media has come from there. */
  heard(source: PacketSource): void {
    if (this.#selected && source.isPeer(this.#selected)) return
    const { family, address, port } = source.toPeer()
    this.#step({ kind: 'media', source: { addressFamily: family, address, port } })
  }

  /** Called a few times a second. */
  tick(nowMs: number): void {
    if (this.#ice.hasConsent) this.#checkedSinceMs ??= nowMs
    this.#step({ kind: 'tick', nowMs })
    if (this.isProtected || this.#failed) return
    this.#association.tick()
    // Nothing without consent (RFC 7675 §5.1), handshakes neither.
    if (this.destination) this.#sendDtls(this.destination)
    if (this.#checkedSinceMs !== undefined && nowMs - this.#checkedSinceMs >= HANDSHAKE_WITHIN_MS) this.#fail('handshake-timeout')
  }

  close(): void {
    this.#association.close()
  }

  #step(event: IceEvent): void {
    const [next, effects] = stepIceLite(this.#ice, event)
    this.#ice = next
    for (const effect of effects) this.#carryOut(effect)
  }

  #carryOut(effect: IceEffect): void {
    switch (effect.kind) {
      case 'send':
        this.#send(effect.packet, this.#peer(effect.to))
        break
      case 'checked':
        this.#checked = effect.addresses.flatMap((address) => this.#peer(address) ?? [])
        break
      case 'selected':
        this.#select(this.#peer(effect.address))
        break
      case 'consent':
    }
  }

  #select(peer: Peer | undefined): void {
    const isMove = this.#selected !== undefined
    this.#selected = peer
    if (isMove && peer) this.#parts.moved(peer)
  }

  #peer({ addressFamily, address, port }: StunAddress): Peer | undefined {
    return this.#parts.io.peer(addressFamily, address, port)
  }

  #send(packet: Buffer, to: Peer | undefined): void {
    const { scratch, socket } = this.#parts
    if (!to || packet.length > scratch.bytes.length) return
    packet.copy(scratch.bytes)
    socket.send(scratch, packet.length, to)
  }

  #sendDtls(to: Peer): void {
    for (let datagram = this.#association.sent(); datagram; datagram = this.#association.sent()) this.#send(datagram, to)
  }

  #lookAtHandshake(): void {
    const { state } = this.#association
    if (this.isProtected || this.#failed) return
    if (state.kind === 'failed') this.#fail('handshake-failed')
    if (state.kind !== 'connected') return
    const isNamed = this.#transport.fingerprints.some(({ hash, value }) => fingerprintOf(state.certificate, hash).value === value)
    if (!isNamed) {
      this.#fail('fingerprint-mismatch')
      return
    }
    this.isProtected = true
    this.#parts.protect(state.keys)
  }

  #fail(why: ProtectionFailure): void {
    this.#failed = true
    this.#parts.failed(why)
  }

  #associateAnew(): void {
    this.#association.close()
    this.#association = this.#parts.dtls.associate('server')
    this.#checkedSinceMs = undefined
    this.isProtected = false
    this.#failed = false
  }
}

/** RFC 7983 §7. */
function isDtls(packet: Buffer): boolean {
  const first = packet[0] ?? 0
  return first >= 20 && first <= 63
}
