import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { missingPeers } from '@klinke/testbed'

/** Debian's libhbci4j-core-java carries the schemas as ISO 20022 publishes them; npm has no package with them. */
const ARCHIVE = '/usr/share/java/hbci4j-core.jar'

/** For a test's `skip` option. */
export function missingSchemas(): string | false {
  return missingPeers('xmllint', 'unzip', 'hbci4j-core.jar')
}

/** What xmllint finds wrong with a message by the schema of that name; nothing: it is valid. */
export async function schemaFaults(message: Uint8Array, name: string): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'klinke-schema-'))
  try {
    const schema = spawnSync('unzip', ['-p', ARCHIVE, `${name}.xsd`], { maxBuffer: 16 * 1024 * 1024 })
    if (schema.status !== 0) throw new Error(`No schema ${name}: ${schema.stderr.toString()}`)
    await writeFile(join(folder, 'schema.xsd'), schema.stdout)
    await writeFile(join(folder, 'message.xml'), message)
    const checked = spawnSync('xmllint', ['--noout', '--nonet', '--schema', 'schema.xsd', 'message.xml'], { cwd: folder })
    return checked.status === 0 ? [] : checked.stderr.toString().trim().split('\n')
  } finally {
    await rm(folder, { recursive: true })
  }
}
