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
