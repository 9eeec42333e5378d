/**
 * What a test file does most of its time: a browser draws, and takes all that a processor gives; telephones listen, a fifth of a processor for all of a
 * file; a package computes for some seconds.
 */
type Load = 'draws' | 'listens' | 'computes'

/** Those with a browser: everything of the portal but what asks the server alone. */
const OF_BROWSERS = /^tests\/(portal\/(?!serving)|browser-phone)/
/** Of packages: the one contract of media engines, spoken in real time. */
const OF_SOUND = /^packages\/media\/tests\/embedded/
/** The longest, each more than a minute: what begins last must not be what is waited for at the end. */
export const LONGEST = [
  'tests/conference',
  'tests/portal/accessibility',
  'tests/voicemail',
  'tests/portal/web-phone',
  'tests/portal/calls',
  'tests/carrier-side',
  'tests/call-completion',
  'tests/recordings',
  'tests/portal/operation',
  'packages/media/tests/embedded-kernel',
  'packages/media/tests/embedded-dgram',
]

/**
 * How many run side by side, of each kind and of all, so that two processors have always something to do and telephones are never late: they must send a
 * packet each 20 ms. Browsers stand back behind them (`Chromium`).
 */
const AT_A_TIME = { draws: 1, computes: 2, listens: 3 } as const satisfies Readonly<Record<Load, number>>
const ALL_AT_A_TIME = 4
/** Once no telephone listens any more. */
const DRAWS_ALONE = 2
/** Of those that leave nothing of a processor to others. */
const BUSY_AT_A_TIME = 2

/** Whether it takes only what telephones leave of the processors. Files with a browser often have telephones as well; there the browser alone stands back. */
export function standsBack(file: string): boolean {
  return loadOf(file) === 'computes'
}

function loadOf(file: string): Load {
  if (OF_BROWSERS.test(file)) return 'draws'
  return file.startsWith('tests/') || OF_SOUND.test(file) ? 'listens' : 'computes'
}

/** The order in which they are wanted: the longest first, then those of `tests/`, which call through the whole product, before those of single packages. */
export function runOrder(files: readonly string[]): readonly string[] {
  const rank = (file: string): number => {
    const index = LONGEST.indexOf(file.replace('.integration.test.ts', ''))
    if (index >= 0) return index
    return LONGEST.length + (file.startsWith('tests/') ? 0 : 1)
  }
  return files.toSorted((one, other) => rank(one) - rank(other))
}

/** The first of those that wait that may begin beside those that run; none when one of these has to end before. */
export function nextFile(waiting: readonly string[], running: readonly string[]): string | undefined {
  if (running.length >= ALL_AT_A_TIME) return undefined
  const loads = running.map(loadOf)
  const count = (...of: readonly Load[]): number => loads.filter((load) => of.includes(load)).length
  const isQuiet = ![...loads, ...waiting.map(loadOf)].includes('listens')
  const most = { ...AT_A_TIME, ...(isQuiet && { draws: DRAWS_ALONE }) }
  return waiting.find((file) => {
    const load = loadOf(file)
    return count(load) < most[load] && (load === 'listens' || count('draws', 'computes') < BUSY_AT_A_TIME)
  })
}
