import type { FunctionSignature, WrappedFunctionFromSignature } from 'node:ffi'

/**
 * The system calls of the packet loop and the two functions of libuv that let the loop sleep together with Node's.
 * Sizes are declared 32 bits wide where C has size_t: all values here are small, and a number is passed without
 * the BigInt that 64 bits would cost for each packet. Pointers are BigInts made once.
 */
const SIGNATURES = {
  socket: { arguments: ['i32', 'i32', 'i32'], return: 'i32' },
  setsockopt: { arguments: ['i32', 'i32', 'i32', 'pointer', 'u32'], return: 'i32' },
  bind: { arguments: ['i32', 'pointer', 'u32'], return: 'i32' },
  getsockname: { arguments: ['i32', 'pointer', 'pointer'], return: 'i32' },
  recvmsg: { arguments: ['i32', 'pointer', 'i32'], return: 'i32' },
  sendmsg: { arguments: ['i32', 'pointer', 'i32'], return: 'i32' },
  close: { arguments: ['i32'], return: 'i32' },
  epoll_create1: { arguments: ['i32'], return: 'i32' },
  epoll_ctl: { arguments: ['i32', 'i32', 'i32', 'pointer'], return: 'i32' },
  epoll_wait: { arguments: ['i32', 'pointer', 'i32', 'i32'], return: 'i32' },
  inet_pton: { arguments: ['i32', 'string', 'pointer'], return: 'i32' },
  inet_ntop: { arguments: ['i32', 'pointer', 'pointer', 'u32'], return: 'pointer' },
  uv_backend_fd: { arguments: ['pointer'], return: 'i32' },
} as const satisfies Readonly<Record<string, FunctionSignature>>

export type Kernel = { readonly [K in keyof typeof SIGNATURES]: WrappedFunctionFromSignature<(typeof SIGNATURES)[K]> } & {
  /** Octets that the garbage collector never moves, with their address. */
  readonly memory: (octets: number) => NativeMemory
  /** Descriptor that is readable when Node's event loop of this thread has work. */
  readonly eventLoopDescriptor: number
}

export interface NativeMemory {
  readonly bytes: Buffer
  readonly view: DataView
  readonly pointer: bigint
}

/** Undefined where this machine or this Node does not offer it: another system than Linux, no node:ffi. */
export async function openKernel(): Promise<Kernel | undefined> {
  if (process.platform !== 'linux') return undefined
  try {
    const ffi = await import('node:ffi')
    const { functions } = ffi.dlopen(null, SIGNATURES)
    const memory = (octets: number): NativeMemory => {
      // An ArrayBuffer of its own: a small typed array could lie on the heap that moves.
      const buffer = new ArrayBuffer(octets)
      return { bytes: Buffer.from(buffer), view: new DataView(buffer), pointer: ffi.getRawPointer(buffer) }
    }
    const eventLoopDescriptor = functions.uv_backend_fd(ffi.getCurrentEventLoop())
    return eventLoopDescriptor < 0 ? undefined : { ...functions, memory, eventLoopDescriptor }
  } catch {
    // No node:ffi, not permitted, or not these functions: packets go by node:dgram then, and the engine says which it uses.
    return undefined
  }
}
