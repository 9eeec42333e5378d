import { accessSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { writeTone } from '../audio/wav.ts'
import { missingPeers } from './available.ts'
import { TemporaryFolder } from './temporary-folder.ts'

const START_WITHIN_MS = 60_000
/** Of clicks and waits in a page; a loaded machine is slow. */
const ACTION_WITHIN_MS = 30_000
/** The microphone's file is repeated from its beginning; the seam is heard once in so long. */
const TONE_SECONDS = 60
/** How far a browser that only draws stands back behind the telephones of other tests (nice(1)). */
const STANDS_BACK = 5
/** What browsers record at. */
const MICROPHONE_RATE_HZ = 48_000

export interface ChromiumOptions {
  /** What its microphone hears all the time; absent: the beeps of Chromium's own fake device. */
  readonly microphone?: { readonly frequencyHz: number; readonly levelDbm0: number }
  /** Further switches of its command line. */
  readonly switches?: readonly string[]
}

/** A real browser without a window, a fresh profile, and a microphone that says a tone. It ends with its `await using` block. */
export class Chromium implements AsyncDisposable {
  readonly browser: Browser
  readonly #folder: TemporaryFolder

  private constructor(browser: Browser, folder: TemporaryFolder) {
    this.browser = browser
    this.#folder = folder
  }

  /** For a test's `skip`: the reason why there is no browser, or false. */
  static get missing(): string | false {
    return missingPeers('chromium')
  }

  static async start({ microphone, switches = [] }: ChromiumOptions = {}): Promise<Chromium> {
    // Only here: most tests that import this package need no browser.
    const { chromium } = await import('playwright-core')
    const folder = new TemporaryFolder('chromium')
    const microphoneFile = folder.file('microphone.wav')
    if (microphone) writeTone(microphoneFile, microphone.frequencyHz, microphone.levelDbm0, TONE_SECONDS, MICROPHONE_RATE_HZ)
    try {
      const browser = await chromium.launch({
        executablePath: politeChromium(folder, microphone ? 0 : STANDS_BACK),
        timeout: START_WITHIN_MS,
        args: [
          '--use-fake-device-for-media-stream',
          '--use-fake-ui-for-media-stream',
          '--autoplay-policy=no-user-gesture-required',
          ...(microphone ? [`--use-file-for-fake-audio-capture=${microphoneFile}`] : []),
          ...switches,
        ],
      })
      return new Chromium(browser, folder)
    } catch (error) {
      folder[Symbol.dispose]()
      throw error
    }
  }

  /** A page with cookies and storage of its own, as another person's browser. */
  async page(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext(options)
    context.setDefaultTimeout(ACTION_WITHIN_MS)
    return context.newPage()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.browser.close()
    this.#folder[Symbol.dispose]()
  }
}

/** A script that starts it. When Klinke is root, Chromium would put its drawing before all else of the machine (nice −8), and telephones would be late. */
function politeChromium(folder: TemporaryFolder, niceness: number): string {
  const path = folder.file('chromium.sh')
  const [humbled, command] = ['setpriv --bounding-set=-sys_nice', `nice -n ${niceness} ${chromiumPath()} "$@"`]
  writeFileSync(path, `#!/bin/sh\nif ${humbled} true 2>/dev/null; then exec ${humbled} ${command}; else exec ${command}; fi\n`, {
    mode: 0o755,
  })
  return path
}

function chromiumPath(): string {
  const paths = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'chromium'))
  return paths.find(isThere) ?? '/usr/bin/chromium'
}

function isThere(path: string): boolean {
  try {
    accessSync(path)
    return true
  } catch {
    return false
  }
}
