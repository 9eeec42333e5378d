import { Buffer } from 'node:buffer'
import type { FunctionSignature, WrappedFunctionFromSignature } from 'node:ffi'

/**
 * The functions of OpenSSL that DTLS-SRTP takes. They are those of the OpenSSL inside Node, which exports them for native addons: nothing
 * is installed, and a security release of Node brings its repair (docs/adr/0007-dtls-by-the-openssl-of-node.md).
 */
const SIGNATURES = {
  DTLS_method: { arguments: [], return: 'pointer' },
  SSL_CTX_new: { arguments: ['pointer'], return: 'pointer' },
  SSL_CTX_free: { arguments: ['pointer'], return: 'void' },
  SSL_CTX_ctrl: { arguments: ['pointer', 'i32', 'i64', 'pointer'], return: 'i64' },
  SSL_CTX_set_options: { arguments: ['pointer', 'u64'], return: 'u64' },
  SSL_CTX_set_cipher_list: { arguments: ['pointer', 'string'], return: 'i32' },
  SSL_CTX_use_certificate_ASN1: { arguments: ['pointer', 'i32', 'pointer'], return: 'i32' },
  SSL_CTX_use_PrivateKey_ASN1: { arguments: ['i32', 'pointer', 'pointer', 'i64'], return: 'i32' },
  SSL_CTX_set_verify: { arguments: ['pointer', 'i32', 'pointer'], return: 'void' },
  SSL_CTX_set_cert_verify_callback: { arguments: ['pointer', 'pointer', 'pointer'], return: 'void' },
  SSL_CTX_set_tlsext_use_srtp: { arguments: ['pointer', 'string'], return: 'i32' },
  SSL_new: { arguments: ['pointer'], return: 'pointer' },
  SSL_free: { arguments: ['pointer'], return: 'void' },
  SSL_ctrl: { arguments: ['pointer', 'i32', 'i64', 'pointer'], return: 'i64' },
  SSL_set_accept_state: { arguments: ['pointer'], return: 'void' },
  SSL_set_connect_state: { arguments: ['pointer'], return: 'void' },
  SSL_set_bio: { arguments: ['pointer', 'pointer', 'pointer'], return: 'void' },
  SSL_do_handshake: { arguments: ['pointer'], return: 'i32' },
  SSL_read: { arguments: ['pointer', 'pointer', 'i32'], return: 'i32' },
  SSL_get_error: { arguments: ['pointer', 'i32'], return: 'i32' },
  SSL_get1_peer_certificate: { arguments: ['pointer'], return: 'pointer' },
  SSL_get_selected_srtp_profile: { arguments: ['pointer'], return: 'pointer' },
  SSL_export_keying_material: {
    arguments: ['pointer', 'pointer', 'u64', 'string', 'u64', 'pointer', 'u64', 'i32'],
    return: 'i32',
  },
  BIO_s_dgram_mem: { arguments: [], return: 'pointer' },
  BIO_new: { arguments: ['pointer'], return: 'pointer' },
  BIO_write: { arguments: ['pointer', 'pointer', 'i32'], return: 'i32' },
  BIO_read: { arguments: ['pointer', 'pointer', 'i32'], return: 'i32' },
  i2d_X509: { arguments: ['pointer', 'pointer'], return: 'i32' },
  X509_free: { arguments: ['pointer'], return: 'void' },
  ERR_get_error: { arguments: [], return: 'u64' },
  ERR_clear_error: { arguments: [], return: 'void' },
  ERR_error_string_n: { arguments: ['u64', 'pointer', 'u64'], return: 'void' },
} as const satisfies Readonly<Record<string, FunctionSignature>>

export type OpenSsl = { readonly [K in keyof typeof SIGNATURES]: WrappedFunctionFromSignature<(typeof SIGNATURES)[K]> } & {
  /** Octets that the garbage collector never moves, with their address. */
  readonly memory: (octets: number) => NativeMemory
  /** The 64 bits at an address. */
  readonly word: (address: bigint) => bigint
  /** Of a C function that says yes to any certificate: whose it is, is told by its fingerprint (RFC 8122), not by who has signed it. */
  readonly acceptAnyCertificate: bigint
  /** Kept alive: with it go its functions and that callback. */
  readonly library: unknown
}

export interface NativeMemory {
  readonly bytes: Buffer
  readonly pointer: bigint
}

/** Undefined where this Node offers no `node:ffi`, or has no OpenSSL that speaks DTLS over memory (3.2 and later). */
export function openOpenSsl(): OpenSsl | undefined {
  try {
    const ffi = process.getBuiltinModule('node:ffi')
    const { lib, functions } = ffi.dlopen(null, SIGNATURES)
    const memory = (octets: number): NativeMemory => {
      // An ArrayBuffer of its own: a small typed array could lie on the heap that moves.
      const buffer = new ArrayBuffer(octets)
      return { bytes: Buffer.from(buffer), pointer: ffi.getRawPointer(buffer) }
    }
    // For the life of the thread, as the functions.
    const acceptAnyCertificate = lib.registerCallback({ arguments: ['pointer', 'pointer'], return: 'i32' }, () => 1)
    return { ...functions, memory, word: (address) => ffi.getUint64(address), acceptAnyCertificate, library: lib }
  } catch {
    // No node:ffi, not permitted, or not these functions: browsers are refused then, and the engine says so at its start.
    return undefined
  }
}

/** Macros and constants of ssl.h, bio.h and dtls1.h, which FFI cannot see. */
export const SSL_VERIFY_PEER = 1
export const SSL_VERIFY_FAIL_IF_NO_PEER_CERT = 2
export const SSL_ERROR_WANT_READ = 2
export const SSL_ERROR_ZERO_RETURN = 6
export const SSL_CTRL_SET_MTU = 17
export const SSL_CTRL_SET_SESS_CACHE_MODE = 44
export const SSL_CTRL_SET_MAX_CERT_LIST = 51
export const DTLS_CTRL_HANDLE_TIMEOUT = 74
export const SSL_CTRL_SET_MIN_PROTO_VERSION = 123
export const DTLS1_2_VERSION = 0xfefdn
export const SSL_OP_NO_QUERY_MTU = 1n << 12n
export const SSL_OP_NO_TICKET = 1n << 14n
export const SSL_OP_NO_RENEGOTIATION = 1n << 30n
export const EVP_PKEY_EC = 408
