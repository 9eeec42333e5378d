export type { Directory } from './directory.ts'
export type { Extension, PhoneNumber, TenantProfile, TenantSnapshot } from './snapshot.ts'
