/** `node scripts/races.ts calls|pbx [first] [count]`: more seeds of the simulations than the unit tests run; prints those that fail. */
const [what = 'pbx', first = '1', count = '2000'] = process.argv.slice(2)
const simulations: Readonly<Record<string, () => Promise<{ readonly race: (seed: number) => Promise<unknown> }>>> = {
  calls: () => import('../packages/calls/tests/simulation/race.ts'),
  pbx: () => import('../packages/pbx/tests/simulation/race.ts'),
}
const simulation = simulations[what]
if (simulation === undefined) throw new Error(`There is no simulation "${what}"; there are ${Object.keys(simulations).join(' and ')}.`)
const { race } = await simulation()

let failures = 0
const beganMs = performance.now()
for (let seed = Number(first); seed < Number(first) + Number(count); seed++) {
  try {
    await race(seed)
  } catch (error) {
    failures++
    process.stdout.write(`seed ${seed}: ${error instanceof Error ? error.stack : String(error)}\n`)
  }
}
const seconds = ((performance.now() - beganMs) / 1000).toFixed(1)
process.stdout.write(`${count} runs of ${what} from seed ${first} in ${seconds} s: ${failures} failed\n`)
process.exitCode = failures === 0 ? 0 : 1
