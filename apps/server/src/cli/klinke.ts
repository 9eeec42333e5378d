import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { KlinkeError } from '@klinke/foundation'
import { readConfiguration } from '../config/config.ts'
import { configurationReference } from '../config/document.ts'
import { callIn } from './call-in.ts'
import { phone } from './phone.ts'

const USAGE = `Usage: npm run klinke -- COMMAND

  call-in [NUMBER] [--from NUMBER] [--seconds N]
      lets the simulated public network call one of the demo's numbers, such as +492214710100, and tells how it goes
  phone [EXTENSION] [--answer] [--call NUMBER] [--sound]
      a softphone (baresip) in this terminal, signed in as an extension of the demo; --answer takes every call,
      --call dials at once, --sound uses the sound card instead of saying a tone
  document-configuration
      writes docs/configuration.md anew from the schema of the configuration
`

/** The command line, `npm run klinke -- …`. Exit code 0: done; 1: it failed, one line says why; 2: not understood. */
async function run([command = '', ...rest]: readonly string[]): Promise<number> {
  if (rest.includes('--help')) return usage(0)
  switch (command) {
    case 'call-in':
      return callIn(rest, readConfiguration(process.env).dataDir)
    case 'phone':
      return phone(rest, readConfiguration(process.env).dataDir)
    case 'document-configuration':
      writeFileSync(join(import.meta.dirname, '../../../../docs/configuration.md'), configurationReference())
      return 0
    case '':
    case 'help':
    case '--help':
    case '-h':
      return usage(0)
    default:
      console.error(`klinke: there is no command "${command}"\n`)
      return usage(2)
  }
}

function usage(exitCode: number): number {
  console.error(USAGE)
  return exitCode
}

/** What `parseArgs` says about an option that there is not, or a value that is missing. */
function isMisuse(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  if (isMisuse(error)) {
    console.error(`klinke: ${error.message.split(/\. |\n/)[0]}\n`)
    process.exitCode = usage(2)
  } else {
    console.error(error instanceof KlinkeError ? `klinke: ${error.message}` : error)
    process.exitCode = 1
  }
}
