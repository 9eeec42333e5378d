import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Ends the name of every note. */
export const NOTE = '.json'

/** Writes what has to survive a crash: on the disk, not only in its cache, and never half of it. Rejects when the disk refuses. */
export async function writeNote(path: string, content: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  {
    await using file = await open(`${path}.part`, 'w', 0o600)
    await file.writeFile(JSON.stringify(content))
    await file.sync()
  }
  await rename(`${path}.part`, path)
}

/** All notes of a folder that `parse` takes. What it does not take, or is no JSON, is told to `unreadable` and stays. */
export async function readNotes<T>(
  folder: string,
  parse: (content: unknown) => T | undefined,
  unreadable: (file: string) => void,
): Promise<readonly T[]> {
  const names = await readdir(folder).catch(() => [])
  const found: T[] = []
  for (const name of names.filter((each) => each.endsWith(NOTE))) {
    const read = parsed(await readFile(join(folder, name), 'utf8').catch(() => ''), parse)
    if (read === undefined) unreadable(name)
    else found.push(read)
  }
  return found
}

function parsed<T>(text: string, parse: (content: unknown) => T | undefined): T | undefined {
  try {
    return parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
