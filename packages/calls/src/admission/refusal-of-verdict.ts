import type { ResponseOptions } from '@klinke/sip'
import type { Verdict } from './admission.ts'

/** What somebody is answered who is not admitted as an extension, to a request that only extensions may send: status and headers. */
export function refusalOfVerdict(verdict: Exclude<Verdict, { kind: 'extension' | 'drop' }>): [status: number, options: ResponseOptions] {
  switch (verdict.kind) {
    case 'carrier':
    case 'anonymous':
      return [403, {}]
    case 'challenge':
    case 'reject':
      return [verdict.status, { headers: verdict.headers }]
  }
}
