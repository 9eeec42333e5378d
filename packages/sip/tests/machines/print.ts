/** Writes docs/sip-machines.md. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { machinePage } from './machine-page.ts'

writeFileSync(join(import.meta.dirname, '../../../../docs/sip-machines.md'), machinePage())
