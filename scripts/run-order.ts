/**
 * What a test file does most of its time: a browser draws, and takes all that a processor gives; telephones listen, a fifth of a processor for all of a
 * file; a package computes for some seconds.
 */
type Load = 'draws' | 'listens' | 'computes'

/** Those with a browser: everything of the portal but what asks the server alone. */
const OF_BROWSERS = /^tests\/(portal\/(?!serving)|browser-phone)/
/** The longest: what begins last must not be what is waited for at the end. */
const LONGEST = [
  'portal/accessibility',
  'portal/web-phone',
  'portal/operation',
  'portal/shell',
  'conference',
  'recordings',
  'call-completion',
]

/**
 * How many run side by side, of each kind and of all, so that two processors have always something to do and telephones are never late: they must send a
 * packet each 20 ms. Browsers stand back behind them (`Chromium`).
 */
const AT_A_TIME = { draws: 1, computes: 2, listens: 3 } as const satisfies Readonly<Record<Load, number>>
const ALL_AT_A_TIME = 4
/** Of those that leave nothing of a processor to others. */
const BUSY_AT_A_TIME = 2

function loadOf(file: string): Load {
  if (OF_BROWSERS.test(file)) return 'draws'
  return file.startsWith('tests/') ? 'listens' : 'computes'
}

/** The order in which they are wanted: those of `tests/`, which call through the whole product, before those of single packages; of these the longest first. */
export function runOrder(files: readonly string[]): readonly string[] {
  const rank = (file: string): number => {
    if (!file.startsWith('tests/')) return LONGEST.length + 1
    const index = LONGEST.findIndex((name) => file === `tests/${name}.integration.test.ts`)
    return index < 0 ? LONGEST.length : index
  }
  return files.toSorted((one, other) => rank(one) - rank(other))
}

/** The first of those that wait that may begin beside those that run; none when one of these has to end before. */
export function nextFile(waiting: readonly string[], running: readonly string[]): string | undefined {
  if (running.length >= ALL_AT_A_TIME) return undefined
  const loads = running.map(loadOf)
  const count = (...of: readonly Load[]): number => loads.filter((load) => of.includes(load)).length
  return waiting.find((file) => {
    const load = loadOf(file)
    return count(load) < AT_A_TIME[load] && (load === 'listens' || count('draws', 'computes') < BUSY_AT_A_TIME)
  })
}
