import { join } from 'node:path'
import type { MigrationFolder } from './database/migrations.ts'

/** The ground every slice's tables stand on. */
export const platformMigrations: MigrationFolder = {
  packageName: 'platform',
  directory: join(import.meta.dirname, '..', 'migrations'),
}
