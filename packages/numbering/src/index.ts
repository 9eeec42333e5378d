export {
  BLOCK_SIZES,
  type BlockFault,
  type BlockSize,
  blockFault,
  blockOfSize,
  firstNumber,
  headNumber,
  lastNumber,
  MAX_BLOCK_NUMBERS,
  type NumberBlock,
  singleNumber,
  sizeOf,
} from './blocks/block.ts'
export { covers, overlap, prefixesOf, splitBlock, withoutPart } from './blocks/block-arithmetic.ts'
export { BLOCK_CEILINGS, type BlockCeiling, blockCeiling } from './blocks/block-ceiling.ts'
export { isInBlock, type PlaceInBlock, placeInBlock } from './blocks/place-in-block.ts'
export { COUNTRIES, type Country, type CountryRange, countryOf, countryRangeOf } from './countries/country.ts'
export type { InternationalService } from './countries/international-networks.ts'
export { type DialContext, type Dialled, parseDialled, parsePublic } from './dialled/dialled.ts'
export { type E164, GERMANY, germanNationalNumber, isE164 } from './e164/e164.ts'
export { formatNumber, type NumberFormat } from './e164/format.ts'
export { numberFromCarrier } from './e164/from-carrier.ts'
export { type ReadableForm, readableNumber } from './e164/readable.ts'
export { type EmergencyContext, type EmergencyNumber, emergencyNumber } from './emergency/emergency.ts'
export { type Holiday, holidayOn, holidaysOf, nationalHolidays } from './holidays/holidays.ts'
export { LAENDER, type Land, LOCAL_HOLIDAYS, type LocalHoliday } from './holidays/land.ts'
export { areaCodeIn, mayBeCaller, tellsPlace } from './kind/caller-number.ts'
export { germanNumberKind, type NumberKind, numberKind } from './kind/number-kind.ts'
export { AREA_CODES, type AreaCode, areaCodeNamed, areaCodeOf } from './plan/area-code.ts'
export { germanNumberFault, type NumberFault, numberFault, type SubscriberLengths, subscriberLengths } from './plan/number-fault.ts'
export { NUMBER_RANGES, type NumberRange, type RangeUse } from './plan/ranges.ts'
export { readWritten, type Written, type WrittenFault } from './written/written-number.ts'
