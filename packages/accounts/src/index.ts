export type { Extension, PhoneNumber, TenantProfile, TenantSnapshot } from './snapshot.ts'
