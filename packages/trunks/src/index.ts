export type { Carrier } from './carrier.ts'
export type { CarrierDirectory } from './carrier-directory.ts'
