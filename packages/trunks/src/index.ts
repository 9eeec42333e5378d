export type { Carrier, NumberFormat } from './carrier.ts'
