import { existsSync, globSync, readFileSync } from 'node:fs'

const KIB_PER_MIB = 1024
/** The kernel counts processor time in hundredths of a second (`getconf CLK_TCK`). */
const MS_PER_TICK = 10

/** Resident memory of one process, in MiB. */
export function residentMib(pid: number): number {
  return field(`/proc/${pid}/status`, 'VmRSS') / KIB_PER_MIB
}

/** Memory of a process and its children, each shared page counted once (PSS), in MiB. */
export function treeMib(pid: number): number {
  return treeOf(pid).reduce((sum, each) => sum + field(`/proc/${each}/smaps_rollup`, 'Pss') / KIB_PER_MIB, 0)
}

/** Processor time that one process has used so far, in milliseconds. */
export function processorMs(pid: number): number {
  const path = `/proc/${pid}/stat`
  if (!existsSync(path)) return 0
  // Fields 14 and 15, utime and stime; the name before them may hold anything but ends with a bracket.
  const fields = readFileSync(path, 'latin1').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * MS_PER_TICK
}

/** Processor time of a process and all that it has started and that still runs. */
export function treeProcessorMs(pid: number): number {
  return treeOf(pid).reduce((sum, each) => sum + processorMs(each), 0)
}

function treeOf(pid: number): readonly number[] {
  const children = globSync(`/proc/${pid}/task/*/children`).flatMap((path) => readFileSync(path, 'latin1').split(' ').filter(Boolean))
  return [pid, ...children.flatMap((child) => treeOf(Number(child)))]
}

function field(path: string, name: string): number {
  if (!existsSync(path)) return 0
  const line = readFileSync(path, 'utf8')
    .split('\n')
    .find((text) => text.startsWith(`${name}:`))
  return Number(/\d+/.exec(line ?? '')?.[0] ?? 0)
}
