export { type Billing, openBilling } from './billing.ts'
export { billingMigrations } from './migrations.ts'
export type { BillingGround } from './room.ts'
export type { Usage, UsageSource } from './usage.ts'
