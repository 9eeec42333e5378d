import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'

/** Ticks per second of /proc; 100 on every Linux that Node runs on. */
const CLOCK_TICKS_PER_SECOND = 100

/** Starts a program bound to one core. `ipc` for a program of ours. */
export function spawnOnCore(core: number, command: string, args: readonly string[], ipc: boolean): ChildProcess {
  return spawn('taskset', ['-c', String(core), command, ...args], {
    stdio: ipc ? ['ignore', 'inherit', 'inherit', 'ipc'] : ['ignore', 'ignore', 'ignore'],
  })
}

export function spawnNode(core: number, script: string, args: readonly string[] = []): ChildProcess {
  return spawnOnCore(core, process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], true)
}

/** Sends an order and waits for the next message. */
export async function ask<Reply>(child: ChildProcess, order: object): Promise<Reply> {
  const answered = once(child, 'message')
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`the benchmark's child process ended with ${code}`)
  })
  child.send(order)
  const [reply] = (await Promise.race([answered, died])) as [Reply]
  return reply
}

/** Processor time the process has used so far, user and system, in milliseconds. */
export function processorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / CLOCK_TICKS_PER_SECOND
}
