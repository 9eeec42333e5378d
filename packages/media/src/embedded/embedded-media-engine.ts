import { silentLogger } from '@klinke/foundation'
import type { AddressFamily, Fingerprint, MediaEngine, MediaSession, MediaSessionOptions } from '@klinke/rtp'
import { type DtlsIdentity, fingerprintOf, newDtlsIdentity } from '../dtls/certificate.ts'
import { openOpenSsl } from '../dtls/open-ssl.ts'
import { MediaLost, NoMediaPorts } from '../errors.ts'
import { EmbeddedSession } from './embedded-session.ts'
import { defaultWorkerCount, MediaWorker } from './media-worker.ts'
import type { EmbeddedMediaOptions } from './options.ts'
import { PortRange } from './ports/port-range.ts'
import type { WorkerSettings } from './protocol.ts'
import { WorkerGroups } from './worker-groups.ts'
import { startThread } from './worker-link.ts'

const FAMILIES: readonly AddressFamily[] = ['IPv4', 'IPv6']
/** A worker that dies younger than this is started again after a pause, so that a fault at its start does not spin. */
const YOUNG_WORKER_MS = 5000
const RESTART_PAUSE_MS = 1000

/** The media engine of one machine: worker threads that own their sockets; packets never enter the main thread. */
export function embeddedMediaEngine(options: EmbeddedMediaOptions): MediaEngine {
  return new EmbeddedMediaEngine(options)
}

class EmbeddedMediaEngine implements MediaEngine {
  readonly #options: EmbeddedMediaOptions
  readonly #ranges = new Map<AddressFamily, PortRange>()
  readonly #workers = new Set<MediaWorker>()
  readonly #sessions = new Set<EmbeddedSession>()
  readonly #groups = new WorkerGroups<MediaWorker>()
  /** Shown to all browsers, for the life of the engine; undefined where this Node cannot speak DTLS. */
  readonly #identity: DtlsIdentity | undefined
  readonly #fingerprint: Fingerprint | undefined
  #closed = false

  constructor(options: EmbeddedMediaOptions) {
    this.#options = options
    const { from, to } = options.ports
    this.#identity = openOpenSsl() ? newDtlsIdentity() : undefined
    this.#fingerprint = this.#identity && fingerprintOf(this.#identity.certificate)
    if (!this.#identity) options.logger?.info('no WebRTC: this Node offers no DTLS (node:ffi and OpenSSL 3.2 or later)')
    for (const family of FAMILIES) if (options.addresses[family]) this.#ranges.set(family, new PortRange(from, to))
    const count = options.workers ?? defaultWorkerCount()
    for (let number = 0; number < count; number++) this.#startWorker()
  }

  open(callId: string, options: MediaSessionOptions = {}): MediaSession {
    const { group } = options
    const worker = (group === undefined ? undefined : this.#groups.workerOf(group)) ?? this.#chooseWorker(callId)
    if (group !== undefined) this.#groups.enter(group, worker)
    const session = new EmbeddedSession(callId, {
      worker,
      random: this.#options.random,
      addresses: this.#options.addresses,
      fingerprint: this.#fingerprint,
      inactivityMs: (options.inactivitySeconds ?? 0) * 1000,
      closed: () => {
        this.#sessions.delete(session)
        if (group !== undefined) this.#groups.leave(group, worker)
      },
    })
    this.#sessions.add(session)
    return session
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all([...this.#sessions].map((session) => session.close()))
    await Promise.all([...this.#workers].map((worker) => worker.close()))
  }

  /** The worker with the fewest legs among those that have ports. */
  #chooseWorker(callId: string): MediaWorker {
    if (this.#workers.size === 0) throw new MediaLost(callId)
    let chosen: MediaWorker | undefined
    for (const worker of this.#workers) {
      if (worker.hasPorts && (!chosen || worker.legs < chosen.legs)) chosen = worker
    }
    if (!chosen) throw new NoMediaPorts(this.#options.ports.from, this.#options.ports.to)
    return chosen
  }

  #startWorker(): void {
    const { addresses, clock, logger = silentLogger } = this.#options
    const bindAddresses: Partial<Record<AddressFamily, string>> = {}
    for (const family of this.#ranges.keys()) bindAddresses[family] = addresses[family]?.bind ?? ''
    const settings: WorkerSettings = { bindAddresses, packetIo: this.#options.packetIo ?? 'kernel', identity: this.#identity }
    const worker = new MediaWorker({
      clock,
      settings,
      ranges: this.#ranges,
      startThread: this.#options.startThread ?? startThread,
      // The slower way of sockets is worth a line; the usual one is not.
      started: (packetIo) => logger[packetIo === 'kernel' ? 'debug' : 'info']('media worker started', { packetIo }),
      fault: (error) => logger.error('media leg failed and was closed', { error }),
      died: (dead, error) => this.#replace(dead, error),
    })
    this.#workers.add(worker)
  }

  #replace(dead: MediaWorker, error: Error | undefined): void {
    const { clock, logger = silentLogger } = this.#options
    logger.error('media worker died; its calls have no media any more', { legs: dead.legs, error })
    this.#workers.delete(dead)
    this.#groups.forget(dead)
    if (this.#closed) return
    if (clock.nowMs() - dead.startedAtMs >= YOUNG_WORKER_MS) this.#startWorker()
    else clock.after(RESTART_PAUSE_MS, () => this.#closed || this.#startWorker())
  }
}
