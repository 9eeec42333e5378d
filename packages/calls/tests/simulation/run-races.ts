/** `node packages/calls/tests/simulation/run-races.ts [first] [count]`: more seeds than the unit tests run; prints those that fail. */
import { race } from './race.ts'

const first = Number(process.argv[2] ?? 1)
const count = Number(process.argv[3] ?? 10_000)

let failures = 0
for (let seed = first; seed < first + count; seed++) {
  try {
    await race(seed)
  } catch (error) {
    failures++
    process.stdout.write(`seed ${seed}: ${error instanceof Error ? error.stack : String(error)}\n`)
  }
}
process.stdout.write(`${count} runs from seed ${first}: ${failures} failed\n`)
process.exitCode = failures === 0 ? 0 : 1
