import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { test } from 'node:test'
import { promisify } from 'node:util'

test('a process outlives what nobody caught, and says so', async () => {
  const program = `
    import { silentLogger } from '@klinke/foundation'
    import { Faults } from './faults.ts'
    const faults = new Faults({ ...silentLogger, error: (message, fields) => console.log(message, fields.error.message) })
    faults.watch(process)
    void Promise.reject(new Error('a rejection'))
    setImmediate(() => { throw new Error('an exception') })
    process.on('exit', () => console.log('count', faults.count))
  `
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module-typescript', '--eval', program], {
    cwd: import.meta.dirname,
  })
  assert.match(stdout, /a rejection\n.*an exception\ncount 2\n$/)
})
