import type { Sipp } from '@klinke/testbed'
import type { Attempt } from './highest-rate.ts'

/** Waits for a sipp that makes `calls` calls, or for the limit, and reads off what came of it. What is not done by then has failed. */
export async function attemptOf(sipp: Sipp, calls: number, offeredPerSecond: number, limitMs: number): Promise<Attempt> {
  const result = await sipp.finished(limitMs).catch(() => sipp.result())
  const done = result.successfulCalls
  const elapsedSeconds = Math.max(secondsOf(result.statistics.get('ElapsedTime(C)') ?? ''), calls / offeredPerSecond)
  const failed = Math.max(0, calls - done)
  return { offeredPerSecond, donePerSecond: done / elapsedSeconds, failed, done, complaint: complaintOf(result.statistics) }
}

/** All of sipp's counters of failures that are not 0, and its retransmissions. */
function complaintOf(statistics: ReadonlyMap<string, string>): string {
  const counters = [...statistics].filter(([name, value]) => /^(Failed|Retrans|OutOfCall|DeadCall).*\(C\)$/.test(name) && value !== '0')
  return counters.length === 0 ? 'sipp counted nothing' : counters.map(([name, value]) => `${name} ${value}`).join(', ')
}

/** sipp's `hh:mm:ss:microseconds`. */
function secondsOf(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0, micros = 0] = text.split(':').map(Number)
  return hours * 3600 + minutes * 60 + seconds + micros / 1_000_000
}
