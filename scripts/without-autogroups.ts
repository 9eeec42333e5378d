import { readFileSync, writeFileSync } from 'node:fs'

/** Of Linux (sched(7)): whether each session has a share of the processors of its own, within which alone nice values count. */
const SWITCH = '/proc/sys/kernel/sched_autogroup_enabled'

/**
 * Lets nice values count between all processes until it is disposed of, where that is allowed (root). Each server process of PostgreSQL and each browser is
 * a session of its own: with autogroups every one of them would get as much of the processors as all telephones of a test run together.
 */
export function withoutAutogroups(): Disposable | undefined {
  try {
    const before = readFileSync(SWITCH, 'utf8')
    writeFileSync(SWITCH, '0')
    return { [Symbol.dispose]: () => writeFileSync(SWITCH, before) }
  } catch {
    return undefined
  }
}
