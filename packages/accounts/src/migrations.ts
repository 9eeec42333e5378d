import { join } from 'node:path'
import type { MigrationFolder } from '@klinke/platform'

/** Tenants and their numbers. */
export const accountsMigrations: MigrationFolder = {
  packageName: 'accounts',
  directory: join(import.meta.dirname, '..', 'migrations'),
}
