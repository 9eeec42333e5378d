import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { ask, processorMs, spawnNode } from '../media-relay/child.ts'
import type { EngineOrder, EngineReply, PhonesOrder, PhonesResult, Spoken } from './messages.ts'

const ENGINE_CORE = 0
const PHONES_CORE = 1
/** Until V8 has compiled what is hot. */
const WARM_UP_MS = 5000

export interface Measured extends PhonesResult {
  /** Of one core, for the process of the engine with all its threads. */
  readonly processorPercent: number
}

export interface Load {
  readonly phones: number
  readonly speaks: readonly Spoken[]
  readonly listens: boolean
  readonly durationMs: number
  readonly order: (ports: readonly number[]) => EngineOrder
}

/** Behind its own schedule by more, the machine was busy with other things, and what it measured is not the engine. */
const DISTURBED_MS = 10
const ATTEMPTS = 3

/** Runs one engine on core 0 with telephones on core 1; the least disturbed of some attempts. */
export async function measure(load: Load): Promise<Measured> {
  let best = await attempt(load)
  for (let tries = 1; tries < ATTEMPTS && best.ownLatenessMs > DISTURBED_MS; tries++) {
    const again = await attempt(load)
    if (again.ownLatenessMs < best.ownLatenessMs) best = again
  }
  return best
}

async function attempt({ phones: count, speaks, listens, durationMs, order }: Load): Promise<Measured> {
  const phones = spawnNode(PHONES_CORE, join(import.meta.dirname, 'phones.ts'))
  const engine = spawnNode(ENGINE_CORE, join(import.meta.dirname, 'engine.ts'))
  try {
    const opening: PhonesOrder = { kind: 'open', count }
    const ports = await ask<readonly number[]>(phones, opening)
    const targets = await ask<EngineReply>(engine, order(ports))
    const running: PhonesOrder = { kind: 'run', targets, speaks, listens, durationMs: WARM_UP_MS }
    await ask<PhonesResult>(phones, running)
    const before = processorMs(engine.pid ?? 0)
    const result = await ask<PhonesResult>(phones, { ...running, durationMs })
    const usedMs = processorMs(engine.pid ?? 0) - before
    return { ...result, processorPercent: (100 * usedMs) / durationMs }
  } finally {
    await Promise.all([ended(phones), ended(engine)])
  }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
