import { KlinkeError } from '@klinke/foundation'
import { jsonLogger, systemClock } from '@klinke/platform'
import { welcome } from './cli/welcome.ts'
import { type Klinke, startKlinke } from './compose/klinke.ts'
import { type Configuration, readConfiguration } from './config/config.ts'
import { Faults } from './faults.ts'
import { StopRequests } from './stop-requests.ts'

/** `npm start`: runs the exchange until SIGTERM, SIGINT or SIGHUP. */
async function main(): Promise<void> {
  const configuration = configurationOrExit()
  const logger = jsonLogger(configuration.logLevel)
  const faults = new Faults(logger)
  const starting = startKlinke(configuration, logger, faults)
  const klinke = await starting.catch((error: unknown) => exitWith(error))
  // Not before: a start that fails has no calls to keep, and ends.
  faults.watch(process)
  process.stdout.write(welcome(klinke))
  stopOnSignal(klinke)
}

function configurationOrExit(): Configuration {
  try {
    return readConfiguration(process.env)
  } catch (error) {
    return exitWith(error)
  }
}

/** Failures that a person can mend are one line; anything else is a bug and shows its stack. */
function exitWith(error: unknown): never {
  const text = error instanceof KlinkeError ? `klinke: ${error.message}` : error instanceof Error ? error.stack : String(error)
  process.stderr.write(`${text}\n`)
  process.exit(1)
}

/** First signal: no new calls, running ones get time. A second one: stop now. SIGHUP is the end of the terminal. */
function stopOnSignal(klinke: Klinke): void {
  const requests = new StopRequests(systemClock())
  const stop = (): void => {
    const wanted = requests.received()
    if (wanted === 'stop-at-once') process.exit(1)
    if (wanted === 'echo') return
    klinke.stop().then(
      () => process.exit(0),
      (error: unknown) => exitWith(error),
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop)
}

await main()
