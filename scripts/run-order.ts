/**
 * What a test file does most of its time: telephones listen, a fifth of a processor for all of a file; a browser draws, or a package computes, and takes all
 * that a processor gives. A browser that is a telephone listens too.
 */
export type Load = 'listens' | 'draws' | 'computes'

/** Those with a browser: everything of the portal but what asks the server alone. */
const OF_BROWSERS = /^tests\/portal\/(?!serving|web-phone)/
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
 * How many run side by side of each kind, so that two processors have always something to do. Telephones must send a packet each 20 ms and are never to be
 * late: whoever does not listen stands back behind them (`standsBack`).
 */
const AT_A_TIME = { listens: 3, draws: 2, computes: 2 } as const satisfies Readonly<Record<Load, number>>

function loadOf(file: string): Load {
  if (OF_BROWSERS.test(file)) return 'draws'
  return file.startsWith('tests/') || OF_SOUND.test(file) ? 'listens' : 'computes'
}

/** Whether it takes only what those that listen leave of the processors. */
export function standsBack(file: string): boolean {
  return loadOf(file) !== 'listens'
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
  const loads = running.map(loadOf)
  return waiting.find((file) => {
    const load = loadOf(file)
    return loads.filter((each) => each === load).length < AT_A_TIME[load]
  })
}
