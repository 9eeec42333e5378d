export type { Carrier, NumberFormat } from './carrier.ts'
export type { CarrierDirectory } from './carrier-directory.ts'
