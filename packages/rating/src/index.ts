export { checkTariff } from './check/check-tariff.ts'
export { MAX_FAULTS, TARIFF_FAULTS, type TariffFault, type TariffFaultKind } from './check/fault.ts'
export { faultWords } from './check/fault-words.ts'
export { decimalOf, microsFromDecimal } from './decimal.ts'
export {
  microsOf,
  ROUNDING_PLACES,
  type Rounding,
  type RoundingPlace,
  roundAt,
  SIXTIETHS_PER_MICRO,
  type Sixtieths,
  sixtiethsOf,
} from './exact.ts'
export { MEDIA, type Medium, ORIGINS, type Origin, type UsedLeg, WAYS, type Way } from './leg.ts'
export {
  type Currency,
  divideRounded,
  MICROS_PER_CENT,
  MICROS_PER_UNIT,
  type Micros,
  type Money,
  ROUNDING_MODES,
  type RoundingMode,
  roundToCents,
} from './money.ts'
export { Allowances, type BookedBundle, type BundleUse, type MonthTerms, NO_TERMS } from './rate/allowances.ts'
export { rateInOrder } from './rate/rate-in-order.ts'
export { type RatingTerms, rateLeg } from './rate/rate-leg.ts'
export {
  DECLINED_REASONS,
  type Declined,
  type DeclinedReason,
  FREE_REASONS,
  type FreeLeg,
  type FreeReason,
  type Piece,
  type PutAside,
  RATING_FAULTS,
  type Rated,
  type Rating,
  type RatingFault,
  type Taken,
} from './rate/rating.ts'
export { ratingWords, shownAmount } from './rate/rating-words.ts'
export { type RunningPrice, runningPrice } from './rate/running-price.ts'
export { readTariff } from './tariff/read-tariff.ts'
export { type Bundle, matchOf, type Price, type Tariff, type Zone } from './tariff/tariff.ts'
export {
  type BundleData,
  DAYS,
  type Day,
  type Increment,
  type MobilePrefix,
  type PeriodData,
  PRICE_AT,
  type PrefixData,
  type PriceAt,
  type PriceData,
  type TariffData,
  type Words,
  ZONE_KINDS,
  type ZoneData,
  type ZoneKind,
} from './tariff/tariff-data.ts'
export { checkVersions, TariffTimeline, type TariffVersion } from './tariff/timeline.ts'
export type { Month } from './time/calendar.ts'
export { LocalClock } from './time/local-clock.ts'
