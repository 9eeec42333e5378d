import { spawnSync } from 'node:child_process'

/** Where the test run has laid the data folder of a product that was started once and stopped (`makeFirstData`). */
export const FIRST_DATA = 'TEST_FIRST_DATA_OF_KLINKE'

/** Lays a copy at `path`, if the test run has made one. Owners stay: PostgreSQL runs as a user of its own. */
export function copyFirstData(path: string): void {
  const data = process.env[FIRST_DATA]
  if (data === undefined) return
  const copied = spawnSync('cp', ['--archive', data, path], { encoding: 'utf8' })
  if (copied.status !== 0) throw new Error(`${data} cannot be copied: ${copied.error?.message ?? copied.stderr}`)
}
