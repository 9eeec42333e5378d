import type { Answer } from '../../../api/operation.ts'

export type Customer = Answer<'GET /tenants/{tenantId}'>
type Profile = Customer['profile']
type Admission = NonNullable<Profile['admission']>
type CallRate = NonNullable<Admission['callRate']>
type BarringClass = NonNullable<NonNullable<Profile['outbound']>['barringClass']>

export const CALL_RATE_RULES = ['by-channels', 'per-channel', 'single-account', 'fixed'] as const satisfies readonly CallRate['rule'][]
export const BARRING_CLASSES = [0, 1, 2, 3, 4] as const satisfies readonly BarringClass[]
/** As the catalogue has it where a contract says nothing. */
const USUAL_CLASS = 2

/** What stands in the form; `''`: no limit. */
export interface ContractValues {
  readonly both: number | ''
  readonly in: number | ''
  readonly out: number | ''
  readonly rule: CallRate['rule'] | ''
  readonly callsPerSecond: number | ''
  readonly barringClass: string
}

export function contractValuesOf({ profile: { admission = {}, outbound = {} } }: Pick<Customer, 'profile'>): ContractValues {
  const { channels = {}, callRate } = admission
  return {
    ...{ both: channels.both ?? '', in: channels.in ?? '', out: channels.out ?? '' },
    ...{ rule: callRate?.rule ?? '', callsPerSecond: callRate?.callsPerSecond ?? '' },
    barringClass: String(outbound.barringClass ?? USUAL_CLASS),
  }
}

/** Both parts are replaced whole: what the form does not show stays as it is. */
export function contractOf(values: ContractValues, { profile }: Pick<Customer, 'profile'>): Pick<Profile, 'admission' | 'outbound'> {
  const { channels: _channels, callRate, ...admission } = profile.admission ?? {}
  const limits = Object.fromEntries(
    (['both', 'in', 'out'] as const).flatMap((which) => (values[which] === '' ? [] : [[which, values[which]]])),
  )
  const rate = callRateOf(values, callRate)
  return {
    admission: { ...admission, ...(Object.keys(limits).length > 0 && { channels: limits }), ...(rate !== undefined && { callRate: rate }) },
    outbound: { ...profile.outbound, barringClass: BARRING_CLASSES.find((each) => String(each) === values.barringClass) ?? USUAL_CLASS },
  }
}

function callRateOf({ rule, callsPerSecond }: ContractValues, before: CallRate | undefined): CallRate | undefined {
  if (rule === '') return undefined
  const { rule: _rule, callsPerSecond: _before, ...kept } = before ?? { rule }
  return { ...kept, rule, ...(rule === 'fixed' && callsPerSecond !== '' && { callsPerSecond }) }
}
