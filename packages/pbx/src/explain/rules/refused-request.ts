import type { CauseCode } from '../causes.ts'
import type { Finding } from '../diagnose.ts'
import type { Evidence } from '../evidence.ts'

const CODES: Readonly<Record<string, CauseCode>> = {
  'wrong-password': 'wrong-password',
  'unknown-account': 'unknown-account',
  'registers-for-somebody-else': 'registers-for-another',
  'registration-refused': 'registration-refused',
  congestion: 'not-taken',
}

const TOO_MANY_HOPS = 483

/** A request that became no call. */
export function refusedRequest({ method, account, source, reason, status }: NonNullable<Evidence['refused']>): Finding {
  const code = status === TOO_MANY_HOPS ? 'too-many-hops' : (CODES[reason] ?? 'request-refused')
  return { code, facts: { method, account, source, reason, status: String(status) } }
}
