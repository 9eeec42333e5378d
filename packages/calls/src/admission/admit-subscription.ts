import type { IncomingSubscription } from '@klinke/sip'
import type { Admission } from './admission.ts'
import type { Subscriber } from './subscriber.ts'

/**
 * Who subscribes, proven as for a call; `undefined` when the SUBSCRIBE has been challenged, refused or dropped. Event packages are for the
 * tenants' own phones: a carrier gets 403.
 */
export function admitSubscription(admission: Admission, subscription: IncomingSubscription): Subscriber | undefined {
  const verdict = admission.decide(subscription.request, subscription.flow)
  switch (verdict.kind) {
    case 'extension':
      return verdict.subscriber
    case 'challenge':
      subscription.reject(verdict.status, { headers: verdict.headers, stateless: true })
      break
    case 'reject':
      subscription.reject(verdict.status, { headers: verdict.headers })
      break
    case 'drop':
      subscription.drop()
      break
    default:
      subscription.reject(403)
  }
  return undefined
}
