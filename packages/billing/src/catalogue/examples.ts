import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The profiles that come with the product: the five reference services, as examples. */
const EXAMPLES = join(import.meta.dirname, '../../../../profiles')

/** A file with a profile. */
export interface ProfileSource {
  /** Such as `flat.yaml`. */
  readonly file: string
  readonly text: string
}

/** All of them, by name. */
export async function exampleProfiles(): Promise<readonly ProfileSource[]> {
  const files = (await readdir(EXAMPLES)).filter((file) => file.endsWith('.yaml')).sort()
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(join(EXAMPLES, file), 'utf8') })))
}
