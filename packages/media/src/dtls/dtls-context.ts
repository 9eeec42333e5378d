import { assert } from '@klinke/foundation'
import type { DtlsIdentity } from './certificate.ts'
import { DtlsAssociation, type DtlsRole } from './dtls-association.ts'
import {
  DTLS1_2_VERSION,
  EVP_PKEY_EC,
  type NativeMemory,
  type OpenSsl,
  SSL_CTRL_SET_MAX_CERT_LIST,
  SSL_CTRL_SET_MIN_PROTO_VERSION,
  SSL_CTRL_SET_SESS_CACHE_MODE,
  SSL_OP_NO_QUERY_MTU,
  SSL_OP_NO_RENEGOTIATION,
  SSL_OP_NO_TICKET,
  SSL_VERIFY_FAIL_IF_NO_PEER_CERT,
  SSL_VERIFY_PEER,
} from './open-ssl.ts'
import { OFFERED_PROFILES } from './srtp-profile.ts'

/** Suites with forward secrecy for our kind of key (RFC 8827 §6.5). */
const CIPHERS = 'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305'
/** A browser shows one certificate of its own making, of less than 2 KiB. */
const MAX_CERTIFICATE_OCTETS = 8192n
/** Larger than any datagram. */
const BUFFER_OCTETS = 2048

/** What all associations of a thread share: our certificate, and what is spoken with whom. */
export class DtlsContext {
  readonly #ssl: OpenSsl
  readonly #context: bigint
  /** Datagrams pass through here on their way in and out, one at a time. */
  readonly #buffer: NativeMemory

  constructor(ssl: OpenSsl, { certificate, privateKey }: DtlsIdentity) {
    this.#ssl = ssl
    this.#buffer = ssl.memory(BUFFER_OCTETS)
    this.#context = ssl.SSL_CTX_new(ssl.DTLS_method())
    assert(this.#context !== 0n, 'OpenSSL has memory for a context')
    const context = this.#context
    const [shown, secret] = [copyOf(ssl, certificate), copyOf(ssl, privateKey)]
    ssl.SSL_CTX_ctrl(context, SSL_CTRL_SET_MIN_PROTO_VERSION, DTLS1_2_VERSION, 0n)
    ssl.SSL_CTX_ctrl(context, SSL_CTRL_SET_MAX_CERT_LIST, MAX_CERTIFICATE_OCTETS, 0n)
    ssl.SSL_CTX_ctrl(context, SSL_CTRL_SET_SESS_CACHE_MODE, 0n, 0n)
    ssl.SSL_CTX_set_options(context, SSL_OP_NO_QUERY_MTU | SSL_OP_NO_TICKET | SSL_OP_NO_RENEGOTIATION)
    ssl.SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, 0n)
    ssl.SSL_CTX_set_cert_verify_callback(context, ssl.acceptAnyCertificate, 0n)
    const isReady =
      ssl.SSL_CTX_set_cipher_list(context, CIPHERS) === 1 &&
      ssl.SSL_CTX_use_certificate_ASN1(context, shown.bytes.length, shown.pointer) === 1 &&
      ssl.SSL_CTX_use_PrivateKey_ASN1(EVP_PKEY_EC, context, secret.pointer, BigInt(secret.bytes.length)) === 1 &&
      // 0 for success, here only.
      ssl.SSL_CTX_set_tlsext_use_srtp(context, OFFERED_PROFILES) === 0
    // Both are held until here: an address alone does not keep its octets from being collected.
    for (const { bytes } of [shown, secret]) bytes.fill(0)
    assert(isReady, 'OpenSSL takes the certificate and the SRTP profiles of the engine')
  }

  /** A new association; the server waits for the client's first flight. The client's part is for peers in tests. */
  associate(role: DtlsRole): DtlsAssociation {
    return new DtlsAssociation(this.#ssl, this.#context, this.#buffer, role)
  }

  /** Associations keep what they need of it. */
  close(): void {
    this.#ssl.SSL_CTX_free(this.#context)
  }
}

function copyOf(ssl: OpenSsl, octets: Uint8Array): NativeMemory {
  const memory = ssl.memory(octets.length)
  memory.bytes.set(octets)
  return memory
}
