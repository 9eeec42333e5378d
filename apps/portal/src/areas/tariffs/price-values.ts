import type { Body } from '../../api/operation.ts'
import { amountIn } from './amounts.ts'
import type { Price } from './zone.ts'

/** A price as its form has it; `''`: it says nothing of that. */
export interface PriceValues {
  readonly perMinute: string
  readonly setUp: string
  readonly minimum: string
  /** `60/60`, in seconds. */
  readonly increment: string
  readonly periods: string[]
  readonly origins: NonNullable<Price['origins']>[number][]
  readonly media: NonNullable<Price['media']>[number][]
}

type Edit = Body<'PATCH /tariff-drafts/{draftId}'>['changes'][number]
type WrittenPrice = Extract<Edit, { readonly kind: 'set-price' }>['price']

/** As the API takes it; what the form does not show (callers) stays as it was. */
export function priceOf({ perMinute, setUp, minimum, increment, periods, origins, media }: PriceValues, { callers }: Price): WrittenPrice {
  const [first, then] = increment.trim().split('/').map(Number)
  return {
    perMinute: amountIn(perMinute),
    ...(setUp.trim() === '' ? {} : { setUp: amountIn(setUp) }),
    ...(minimum.trim() === '' ? {} : { minimum: amountIn(minimum) }),
    ...(first === undefined || then === undefined ? {} : { increment: { firstSeconds: first, thenSeconds: then } }),
    ...(periods.length === 0 ? {} : { periods }),
    ...(origins.length === 0 ? {} : { origins }),
    ...(media.length === 0 ? {} : { media }),
    ...(callers === null ? {} : { callers }),
  }
}
