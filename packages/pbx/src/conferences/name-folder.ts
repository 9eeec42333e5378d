import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from '@klinke/foundation'
import type { NameFiles } from './spoken-name.ts'

/** Names in files of a folder of their own. What a crash has left there is deleted before the first one is made. */
export function nameFolder(folder: string, logger: Logger): NameFiles {
  let ready: Promise<unknown> | undefined
  const prepare = async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
  }
  return {
    create: async () => {
      ready ??= prepare()
      await ready
      return join(folder, `${randomUUID()}.wav`)
    },
    remove: async (path) => {
      try {
        await rm(path, { force: true })
      } catch (error) {
        logger.warn('a spoken name was not deleted', { path, error: error instanceof Error ? error : new Error(String(error)) })
      }
    },
  }
}
