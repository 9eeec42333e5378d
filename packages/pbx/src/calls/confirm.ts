import { type Call, type Outcome, refused } from '@klinke/calls'
import type { FeatureContext } from '../feature-codes/feature.ts'
import { extensionParty } from './parties.ts'

/** A steady tone of 425 Hz, as exchanges confirm what was switched. */
const CONFIRMED = { kind: 'tone', frequencyHz: 425, levelDbm0: -15 } as const

/** Tells the extension that what it asked for is done. */
export function confirm(call: Call, what: string, { tenant, extension }: FeatureContext): Promise<Outcome> {
  call.note('confirmed', what)
  return call.listenTo(CONFIRMED, extensionParty(tenant, extension))
}

/** Tells the extension that what it asked for cannot be. */
export function deny(call: Call, why: string): Promise<Outcome> {
  call.note('denied', why)
  return Promise.resolve(refused('forbidden', 403))
}
