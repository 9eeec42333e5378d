import { join } from 'node:path'
import type { MigrationFolder } from '@klinke/platform'

/** Carriers. */
export const trunksMigrations: MigrationFolder = {
  packageName: 'trunks',
  directory: join(import.meta.dirname, '..', 'migrations'),
}
