import { join } from 'node:path'

/** A script of `browser/` with all that it imports, as one piece that a page can run. */
export async function browserScript(name: string): Promise<string> {
  // Only here: most tests that import this package need no bundler.
  const { build } = await import('rolldown')
  const { output } = await build({
    input: join(import.meta.dirname, '../../../browser', name),
    platform: 'browser',
    write: false,
    output: { format: 'iife' },
  })
  return output[0].code
}
