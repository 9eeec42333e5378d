import { From, To } from '../header/from-to.ts'
import { Via } from '../header/via.ts'
import type { SipResponse } from './message.ts'

/**
 * Why a user agent client drops a response without a word, `undefined` when it does not: more than one Via means that it
 * was meant for somebody else (RFC 3261 §8.1.3.3, RFC 4475 §3.3.10); without readable parties it belongs to no dialog.
 */
export function responseFault(response: SipResponse): string | undefined {
  const { headers } = response
  if (headers.list('Via').length !== 1) return 'more than one Via'
  if (headers.read(Via) === undefined) return 'malformed Via'
  if (headers.read(From) === undefined || headers.read(To) === undefined) return 'malformed From or To'
  return undefined
}
