import { KlinkeError } from '@klinke/foundation'
import { jsonLogger } from '@klinke/platform'
import { welcome } from './cli/welcome.ts'
import { type Klinke, startKlinke } from './compose/klinke.ts'
import { type Configuration, readConfiguration } from './config/config.ts'

/** `npm start`: runs the exchange until SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const configuration = configurationOrExit()
  const logger = jsonLogger(configuration.logLevel)
  const starting = startKlinke(configuration, logger)
  const klinke = await starting.catch((error: unknown) => exitWith(error))
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

/** First signal: no new calls, running ones get time. A second one: stop now. */
function stopOnSignal(klinke: Klinke): void {
  let stopping = false
  const stop = (): void => {
    if (stopping) process.exit(1)
    stopping = true
    klinke.stop().then(
      () => process.exit(0),
      (error: unknown) => exitWith(error),
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

await main()
