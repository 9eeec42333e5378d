import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'

/** The kernel takes no longer names of sockets (sun_path, less room for ours). */
const MAX_FOLDER_BYTES = 60

/** A folder, under a name that is short enough for sockets in it. */
export interface OpenFolder {
  at(name: string): string
  close(): void
}

/** Where the folder's own name is too long, the kernel finds it by the descriptor that it is open as (Linux). */
export function openFolder(folder: string): OpenFolder {
  if (Buffer.byteLength(folder) <= MAX_FOLDER_BYTES) return { at: (name) => join(folder, name), close: () => undefined }
  const descriptor = openSync(folder, 'r')
  return { at: (name) => join('/proc/self/fd', String(descriptor), name), close: () => closeSync(descriptor) }
}
