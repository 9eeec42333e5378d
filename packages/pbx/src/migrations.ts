import { join } from 'node:path'
import type { MigrationFolder } from '@klinke/platform'

/** Extensions and call records. */
export const pbxMigrations: MigrationFolder = {
  packageName: 'pbx',
  directory: join(import.meta.dirname, '..', 'migrations'),
}
