import type { Answer } from '../../api/operation.ts'

export type ExchangeNode = Answer<'GET /nodes'>['items'][number]

/** What is to be known of a node; each has its sentence and its remedy in the texts. */
export type Finding = 'notAccepting' | 'databaseAway' | 'signallingSlow' | 'diskLow' | 'certificateEnded' | 'certificateEndsSoon' | 'faulty'

/** Phones repeat a request after half a second (RFC 3261 T1): by then it is late. */
const SLOW_MS = 200
const LOW_BYTES = 2_000_000_000

/** What is wrong with a node, the worst first; nothing when all is well. */
export function findingsOf(node: ExchangeNode): readonly Finding[] {
  const { acceptingCalls, databaseReady, signallingDelayMs, diskFreeBytes, certificates, faults } = node
  const findings: Finding[] = []
  if (!acceptingCalls) findings.push('notAccepting')
  if (!databaseReady) findings.push('databaseAway')
  if (signallingDelayMs >= SLOW_MS) findings.push('signallingSlow')
  if (diskFreeBytes !== null && diskFreeBytes < LOW_BYTES) findings.push('diskLow')
  if (certificates.some(({ state }) => state === 'ended')) findings.push('certificateEnded')
  if (certificates.some(({ state }) => state === 'ends-soon')) findings.push('certificateEndsSoon')
  if (faults > 0) findings.push('faulty')
  return findings
}
