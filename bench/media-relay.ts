/**
 * Concurrent G.711 calls relayed on one core: the embedded engine with one worker and, where it is installed, rtpengine in
 * userspace mode, each alone on core 0 with the load from core 1, one after the other in the same run.
 *
 * `node bench/media-relay.ts [calls …]` prints the table; `benchMediaRelay` gives the rows to `npm run bench`.
 */
import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ask, processorMs, spawnNode, spawnOnCore } from './media-relay/child.ts'
import type { GeneratorReply, GeneratorResult, PortPair } from './media-relay/messages.ts'
import { relayByRtpengine } from './media-relay/rtpengine-relay.ts'

const RELAY_CORE = 0
const LOAD_CORE = 1
const WARM_UP_MS = 1500
const RTPENGINE = '/usr/bin/rtpengine'
const RTPENGINE_NG_PORT = 22_231

export interface MediaRelayFigure {
  readonly relay: 'klinke (kernel)' | 'klinke (dgram)' | 'rtpengine'
  readonly calls: number
  readonly packetsPerSecond: number
  readonly lossPercent: number
  /** On top of the median delay of a packet that goes straight from socket to socket. */
  readonly addedDelayP50Ms: number
  readonly addedDelayP99Ms: number
  /** Of one core. */
  readonly processorPercent: number
  /** How far the load generator fell behind its schedule; above some 10 ms the machine was busy with other things. */
  readonly generatorLateMs: number
}

export interface MediaRelayOptions {
  readonly calls: readonly number[]
  readonly durationMs: number
  readonly relays: readonly MediaRelayFigure['relay'][]
}

/** Measures each relay with each number of calls. */
export async function benchMediaRelay({ calls, durationMs, relays }: MediaRelayOptions): Promise<MediaRelayFigure[]> {
  const figures: MediaRelayFigure[] = []
  for (const count of calls) {
    for (const relay of relays) {
      if (relay === 'rtpengine' && !existsSync(RTPENGINE)) continue
      figures.push(await measure(relay, count, durationMs))
    }
  }
  return figures
}

async function measure(relay: MediaRelayFigure['relay'], calls: number, durationMs: number): Promise<MediaRelayFigure> {
  const generator = spawnNode(LOAD_CORE, join(import.meta.dirname, 'media-relay/generator.ts'))
  const child = startRelay(relay)
  try {
    const ports = await openPorts(generator, calls)
    const baseline = await run(generator, ports.map(([a, b]): PortPair => [b, a]).slice(0, 20), 1000, 200)
    const targets = relay === 'rtpengine' ? await relayByRtpengine(RTPENGINE_NG_PORT, ports) : await ask<PortPair[]>(child, ports)
    const pid = child.pid ?? 0
    const before = processorMs(pid)
    const result = await run(generator, targets, durationMs, WARM_UP_MS)
    const usedMs = processorMs(pid) - before
    return {
      relay,
      calls,
      packetsPerSecond: (result.packetsReceived * 1000) / durationMs,
      lossPercent: 100 * (1 - result.packetsReceived / result.packetsSent),
      addedDelayP50Ms: result.p50Ms - baseline.p50Ms,
      addedDelayP99Ms: result.p99Ms - baseline.p50Ms,
      processorPercent: (100 * usedMs) / (durationMs + WARM_UP_MS),
      generatorLateMs: result.worstLatenessMs,
    }
  } finally {
    await Promise.all([ended(generator), ended(child)])
  }
}

function startRelay(relay: MediaRelayFigure['relay']): ChildProcess {
  if (relay !== 'rtpengine') {
    return spawnNode(RELAY_CORE, join(import.meta.dirname, 'media-relay/embedded-relay.ts'), [
      relay === 'klinke (dgram)' ? 'dgram' : 'kernel',
    ])
  }
  const options = ['--interface=127.0.0.1', `--listen-ng=127.0.0.1:${RTPENGINE_NG_PORT}`, '--table=-1', '--foreground', '--num-threads=1']
  return spawnOnCore(RELAY_CORE, RTPENGINE, [...options, '--log-level=1', '--port-min=33000', '--port-max=45000'], false)
}

async function openPorts(generator: ChildProcess, calls: number): Promise<readonly PortPair[]> {
  const reply = await ask<GeneratorReply>(generator, { kind: 'open', calls })
  return reply.kind === 'ports' ? reply.ports : []
}

async function run(generator: ChildProcess, targets: readonly PortPair[], durationMs: number, warmUpMs: number): Promise<GeneratorResult> {
  const reply = await ask<GeneratorReply>(generator, { kind: 'run', targets, durationMs, warmUpMs })
  if (reply.kind !== 'result') throw new Error('the generator answered out of turn')
  return reply.result
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = process.argv.slice(2).map(Number)
  const calls = wanted.length > 0 ? wanted : [400, 800]
  console.table(await benchMediaRelay({ calls, durationMs: 6000, relays: ['klinke (kernel)', 'klinke (dgram)', 'rtpengine'] }))
}
