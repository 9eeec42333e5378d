import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { test } from 'node:test'
import { eventually } from '../waiting.ts'
import { Chromium } from './chromium.ts'
import { freePort } from './free-port.ts'

const skip = Chromium.missing
const TONE = { frequencyHz: 700, levelDbm0: -12 }

/** Runs in the page: the strongest frequency that its microphone hears, once it is the same in ten looks. */
const LOUDEST_FREQUENCY = `(async () => {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  })
  const context = new AudioContext()
  const analyser = new AnalyserNode(context, { fftSize: 8192 })
  context.createMediaStreamSource(stream).connect(analyser)
  const bins = new Float32Array(analyser.frequencyBinCount)
  let [loudest, alike] = [-1, 0]
  const until = performance.now() + 10_000
  while (alike < 10 && performance.now() < until) {
    await new Promise(requestAnimationFrame)
    analyser.getFloatFrequencyData(bins)
    const level = Math.max(...bins)
    const now = level > -60 ? bins.indexOf(level) : -1
    alike = now >= 0 && now === loudest ? alike + 1 : 0
    loudest = now
  }
  return (loudest * context.sampleRate) / analyser.fftSize
})()`

test('a page of a secure origin hears the tone of the microphone, and nothing of the browser is left behind', { skip }, async () => {
  const port = await freePort()
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end('<title>a page</title>'))
  server.listen(port, '127.0.0.1')
  const before = processesOfChromium()
  {
    await using chromium = await Chromium.start({ microphone: TONE })
    const page = await chromium.page()
    await page.goto(`http://127.0.0.1:${port}/`)
    assert.equal(await page.title(), 'a page')
    const frequencyHz = await page.evaluate<number>(LOUDEST_FREQUENCY)
    assert.ok(Math.abs(frequencyHz - TONE.frequencyHz) < 10, `hears ${frequencyHz} Hz`)
    assert.ok(processesOfChromium().length > before.length)
  }
  server.close()
  server.closeAllConnections()
  const left = (): number[] => processesOfChromium().filter((pid) => !before.includes(pid))
  await eventually('the end of all its processes', () => left().length === 0, { shown: () => left().join(' ') })
})

/** Children of this process only: other tests have browsers too. */
function processesOfChromium(): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.filter((pid) => isOurs(pid)).map(Number)
}

function isOurs(pid: string): boolean {
  for (let at = pid; at !== '0' && at !== ''; at = parentOf(at)) {
    if (at === String(process.pid)) return pid !== at && commandOf(pid).includes('chromium')
  }
  return false
}

function parentOf(pid: string): string {
  const path = `/proc/${pid}/status`
  return existsSync(path) ? (/^PPid:\s*(\d+)/m.exec(readSafely(path))?.[1] ?? '') : ''
}

function commandOf(pid: string): string {
  return readSafely(`/proc/${pid}/cmdline`)
}

function readSafely(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
