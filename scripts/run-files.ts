import { once } from 'node:events'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { pathToFileURL } from 'node:url'
import { nextFile, standsBack } from './run-order.ts'

export interface RunOptions {
  readonly root: string
  /** Of Node, for each file. */
  readonly execArgv: readonly string[]
  /** All that still run end as failures. */
  readonly signal: AbortSignal
}

const STAND_BACK = `--import=${pathToFileURL(join(import.meta.dirname, 'stand-back.ts')).href}`

/** What Node's runner says at the end of each run: here that would be after each file, and what counts is said once. */
const TOTALS = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /
const COUNTED = /^(tests|pass|fail|cancelled|skipped) (\d+)$/

/**
 * Runs test files, each in a process of its own, side by side as `nextFile` lets them begin, and prints the results of a file when it ends, with how long
 * it took. Settles with whether all passed.
 */
export async function runFiles(files: readonly string[], options: RunOptions): Promise<boolean> {
  const events = new PassThrough({ objectMode: true })
  const printed = pipeline(events, new spec(), process.stdout, { end: false })
  const waiting = [...files]
  const running = new Map<string, Promise<boolean>>()
  const counts = new Map<string, number>()
  let passed = true
  for (;;) {
    const file = nextFile(waiting, [...running.keys()])
    if (file !== undefined) {
      waiting.splice(waiting.indexOf(file), 1)
      const ended = runFile(file, options, { events, counts }).then((filePassed) => {
        passed &&= filePassed
        return running.delete(file)
      })
      running.set(file, ended)
    } else if (running.size > 0) await Promise.race(running.values())
    else break
  }
  for (const [what, count] of counts) events.write({ type: 'test:diagnostic', data: { nesting: 0, message: `${what} ${count}` } })
  events.end()
  await printed
  return passed
}

/** What is known of all files. */
interface Results {
  readonly events: PassThrough
  readonly counts: Map<string, number>
}

interface TestEvent {
  readonly type: string
  readonly data: { readonly nesting?: number; readonly message?: string }
}

/** Its events are passed on together: the printer knows of one file at a time. */
async function runFile(file: string, { root, execArgv, signal }: RunOptions, { events, counts }: Results): Promise<boolean> {
  const startedMs = performance.now()
  const kept: unknown[] = []
  let passed = true
  const tests = run({
    files: [join(root, file)],
    concurrency: 1,
    execArgv: [...execArgv, ...(standsBack(file) ? [STAND_BACK] : [])],
    signal,
    cwd: root,
  })
  tests.on('test:fail', ({ todo }) => {
    if (todo === undefined || todo === false) passed = false
  })
  tests.on('data', (event: TestEvent) => {
    const { message = '', nesting } = event.data
    const isTotal = event.type === 'test:diagnostic' && nesting === 0 && TOTALS.test(message)
    const [, what, count] = (isTotal && COUNTED.exec(message)) || []
    if (what !== undefined) counts.set(what, (counts.get(what) ?? 0) + Number(count))
    if (!isTotal && event.type !== 'test:summary') kept.push(event)
  })
  await once(tests, 'end')
  const message = `— ${file}: ${((performance.now() - startedMs) / 1000).toFixed(1)} s\n`
  for (const event of [...kept, { type: 'test:stdout', data: { file, message } }]) events.write(event)
  return passed
}
