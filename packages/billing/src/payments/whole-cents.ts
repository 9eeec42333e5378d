import { InvalidRequest } from '@klinke/platform'
import type { Micros } from '@klinke/rating'
import { microsOf } from '../amounts.ts'
import { isWholeCents } from './sepa/cents.ts'

/** An amount of a request that is paid: above zero and without parts of a cent. Throws `InvalidRequest`. */
export function wholeCents(amount: string): Micros {
  const micros = microsOf(amount)
  if (micros > 0n && isWholeCents(micros)) return micros
  const detail = { en: 'must be above zero, in whole cents', de: 'muss über null liegen, in ganzen Cent' }
  throw new InvalidRequest(
    { en: `${amount} cannot be paid: it ${detail.en}.`, de: `${amount} lässt sich nicht zahlen: Der Betrag ${detail.de}.` },
    [{ pointer: '/amount/amount', detail }],
  )
}
