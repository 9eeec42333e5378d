import { join } from 'node:path'
import type { MigrationFolder } from '@klinke/platform'

/** Products, contracts, rated calls, invoices, payments. */
export const billingMigrations: MigrationFolder = {
  packageName: 'billing',
  directory: join(import.meta.dirname, '..', 'migrations'),
}
