import { Buffer } from 'node:buffer'
import { assert } from '@klinke/foundation'
import {
  DTLS_CTRL_HANDLE_TIMEOUT,
  type NativeMemory,
  type OpenSsl,
  SSL_CTRL_SET_MTU,
  SSL_ERROR_WANT_READ,
  SSL_ERROR_ZERO_RETURN,
} from './open-ssl.ts'
import { exportedOctets, keysFrom, type SrtpKeys } from './srtp-profile.ts'

/** Ours is always `server`: a browser that may choose is the client (RFC 5763 §5). */
export type DtlsRole = 'client' | 'server'

/** Fits every path, also IPv6 through a tunnel. */
const MTU_OCTETS = 1200n
const EXPORTER_LABEL = 'EXTRACTOR-dtls_srtp'
/** Type and version, before the length of its first record: what is shorter is no DTLS. */
const RECORD_HEADER_OCTETS = 13

export type DtlsState =
  | { readonly kind: 'handshaking' }
  /** `certificate`: the peer's, DER. It has proven to own the key; whether it is the right one is the caller's to say. */
  | { readonly kind: 'connected'; readonly keys: SrtpKeys; readonly certificate: Buffer }
  /** The peer has said goodbye (close_notify). */
  | { readonly kind: 'closed' }
  | { readonly kind: 'failed'; readonly why: string }

/** One DTLS association (RFC 6347) by OpenSSL, over memory: datagrams in, datagrams out, and in the end the keys of SRTP. */
export class DtlsAssociation {
  readonly #ssl: OpenSsl
  readonly #buffer: NativeMemory
  readonly #role: DtlsRole
  readonly #handle: bigint
  /** Owned by the handle. */
  readonly #incoming: bigint
  readonly #outgoing: bigint
  #state: DtlsState = { kind: 'handshaking' }
  #open = true

  constructor(ssl: OpenSsl, context: bigint, buffer: NativeMemory, role: DtlsRole) {
    this.#ssl = ssl
    this.#buffer = buffer
    this.#role = role
    this.#handle = ssl.SSL_new(context)
    // A null pointer would end the process with the first call that uses it.
    assert(this.#handle !== 0n, 'OpenSSL has memory for an association')
    this.#incoming = ssl.BIO_new(ssl.BIO_s_dgram_mem())
    this.#outgoing = ssl.BIO_new(ssl.BIO_s_dgram_mem())
    assert(this.#incoming !== 0n && this.#outgoing !== 0n, 'OpenSSL has memory for the datagrams of an association')
    ssl.SSL_set_bio(this.#handle, this.#incoming, this.#outgoing)
    ssl.SSL_ctrl(this.#handle, SSL_CTRL_SET_MTU, MTU_OCTETS, 0n)
    if (role === 'server') ssl.SSL_set_accept_state(this.#handle)
    else ssl.SSL_set_connect_state(this.#handle)
  }

  get state(): DtlsState {
    return this.#state
  }

  /** A client's first flight. */
  begin(): void {
    this.#proceed()
  }

  /** Takes a datagram; garbage in it is dropped (RFC 6347 §4.1.2.7). `sent` has the answer then. */
  take(datagram: Buffer): void {
    if (!this.#open || this.#state.kind === 'failed' || datagram.length < RECORD_HEADER_OCTETS) return
    if (datagram.length > this.#buffer.bytes.length) return
    datagram.copy(this.#buffer.bytes)
    this.#ssl.BIO_write(this.#incoming, this.#buffer.pointer, datagram.length)
    this.#proceed()
  }

  /** Sends its last flight again when it is time (RFC 6347 §4.2.4); to be called a few times a second until it is connected. */
  tick(): void {
    if (!this.#open || this.#state.kind !== 'handshaking') return
    this.#ssl.SSL_ctrl(this.#handle, DTLS_CTRL_HANDLE_TIMEOUT, 0n, 0n)
    this.#ssl.ERR_clear_error()
  }

  /** The next datagram for the peer, valid until the next call; undefined when there is none. */
  sent(): Buffer | undefined {
    if (!this.#open) return undefined
    const { bytes, pointer } = this.#buffer
    const length = this.#ssl.BIO_read(this.#outgoing, pointer, bytes.length)
    return length > 0 ? bytes.subarray(0, length) : undefined
  }

  close(): void {
    if (!this.#open) return
    this.#open = false
    this.#ssl.SSL_free(this.#handle)
  }

  /** Until all that came is read: a handshake goes on, and what comes later (a flight that got lost, a goodbye) is answered by OpenSSL. */
  #proceed(): void {
    const { kind } = this.#state
    if (!this.#open || kind === 'failed') return
    this.#ssl.ERR_clear_error()
    const result = kind === 'handshaking' ? this.#ssl.SSL_do_handshake(this.#handle) : this.#read()
    if (result > 0) {
      if (kind === 'handshaking') this.#connected()
      return
    }
    const error = this.#ssl.SSL_get_error(this.#handle, result)
    if (error === SSL_ERROR_ZERO_RETURN) this.#state = { kind: 'closed' }
    else if (error !== SSL_ERROR_WANT_READ && kind === 'handshaking') this.#state = { kind: 'failed', why: this.#reason() }
    this.#ssl.ERR_clear_error()
  }

  /** Application data has no meaning here (data channels are refused); it is read so that it does not pile up. */
  #read(): number {
    const { bytes, pointer } = this.#buffer
    let result = 1
    while (result > 0) result = this.#ssl.SSL_read(this.#handle, pointer, bytes.length)
    return result
  }

  #connected(): void {
    const certificate = this.#certificate()
    const profile = this.#profile()
    const octets = exportedOctets(profile)
    const material = this.#ssl.memory(Math.max(1, octets))
    const label = BigInt(EXPORTER_LABEL.length)
    const isExported =
      octets > 0 &&
      this.#ssl.SSL_export_keying_material(this.#handle, material.pointer, BigInt(octets), EXPORTER_LABEL, label, 0n, 0n, 0) === 1
    const keys = isExported ? keysFrom(profile, material.bytes, this.#role) : undefined
    material.bytes.fill(0)
    this.#state =
      keys && certificate ? { kind: 'connected', keys, certificate } : { kind: 'failed', why: 'no SRTP profile in common (RFC 5764 §4.1)' }
  }

  /** Number of the agreed profile: struct srtp_protection_profile_st { const char *name; unsigned long id; }. */
  #profile(): bigint {
    const address = this.#ssl.SSL_get_selected_srtp_profile(this.#handle)
    return address === 0n ? 0n : this.#ssl.word(address + 8n)
  }

  #certificate(): Buffer | undefined {
    const certificate = this.#ssl.SSL_get1_peer_certificate(this.#handle)
    if (certificate === 0n) return undefined
    try {
      const octets = this.#ssl.i2d_X509(certificate, 0n)
      if (octets <= 0) return undefined
      const encoded = this.#ssl.memory(octets)
      // Where it is to be written stands in the buffer of this thread: an address does not keep its octets from being collected.
      this.#buffer.bytes.writeBigUInt64LE(encoded.pointer)
      return this.#ssl.i2d_X509(certificate, this.#buffer.pointer) === octets ? Buffer.from(encoded.bytes) : undefined
    } finally {
      this.#ssl.X509_free(certificate)
    }
  }

  #reason(): string {
    const text = this.#ssl.memory(256)
    this.#ssl.ERR_error_string_n(this.#ssl.ERR_get_error(), text.pointer, 256n)
    return text.bytes.toString('latin1', 0, text.bytes.indexOf(0))
  }
}
