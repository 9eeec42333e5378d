import { setImmediate } from 'node:timers/promises'
import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { TableUnreadable } from '../table.ts'

/** Files in a workbook at most; one of a hundred sheets with pictures has some hundreds. */
const MAX_PARTS = 2_000
/** Octets unpacked of one workbook at most, whatever its headers say: a table of 100,000 rows has about 30 MB. */
export const MAX_UNPACKED_OCTETS = 64 * 1024 * 1024

/** Text of a part, piece by piece. */
export type PartText = AsyncIterable<string>

/** The files in a workbook, read from memory to memory: nothing is ever written under a name that stands in it. */
export interface Parts {
  /** Undefined when there is none of that name. Throws `TableUnreadable` while it is read. */
  text(name: string): PartText | undefined
}

/** True for what begins as a ZIP archive does, which a workbook (XLSX) is. */
export function isWorkbook(octets: Uint8Array): boolean {
  return octets[0] === 0x50 && octets[1] === 0x4b && octets[2] === 0x03 && octets[3] === 0x04
}

/** Opens a workbook. Names that lead out of it, and too many parts, make it unreadable: throws `TableUnreadable`. */
export async function openParts(octets: Uint8Array): Promise<Parts> {
  const { zip, entries } = await listed(octets)
  let unpacked = 0
  const count = (more: number): void => {
    unpacked += more
    if (unpacked > MAX_UNPACKED_OCTETS) throw new TableUnreadable('too-large-unpacked')
  }
  return {
    text: (name) => {
      const entry = entries.get(name)
      return entry && textOf(zip, entry, count)
    },
  }
}

function listed(octets: Uint8Array): Promise<{ readonly zip: ZipFile; readonly entries: ReadonlyMap<string, Entry> }> {
  const entries = new Map<string, Entry>()
  return new Promise((resolve, reject) => {
    const broken = () => reject(new TableUnreadable('broken-workbook'))
    fromBuffer(Buffer.from(octets.buffer, octets.byteOffset, octets.length), { lazyEntries: true }, (error, zip) => {
      if (error || zip.entryCount > MAX_PARTS) return broken()
      // yauzl refuses absolute names and those with `..` here.
      zip.on('error', broken)
      zip.on('entry', (entry: Entry) => {
        entries.set(entry.fileName, entry)
        zip.readEntry()
      })
      zip.on('end', () => resolve({ zip, entries }))
      zip.readEntry()
    })
  })
}

async function* textOf(zip: ZipFile, entry: Entry, count: (octets: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  try {
    for await (const chunk of await opened(zip, entry)) {
      count(chunk.length)
      yield decoder.decode(chunk, { stream: true })
      // Calls have their turn between two pieces.
      await setImmediate()
    }
  } catch (error) {
    // A header that lies about the size, a wrong checksum, encryption, or a method that nobody uses.
    throw error instanceof TableUnreadable ? error : new TableUnreadable('broken-workbook')
  }
  yield decoder.decode()
}

function opened(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Uint8Array>> {
  return new Promise((resolve, reject) => zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream))))
}
