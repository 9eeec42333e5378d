import { open } from 'node:fs/promises'
import type { KeptRegistration } from '@klinke/calls'
import type { Segment } from '../../call-records/journal/segments.ts'
import { decodeRegistrations, recordOf } from './line.ts'

/** What the journal says of each address of record at its end. */
export async function readJournal(segments: readonly Segment[]): Promise<readonly KeptRegistration[]> {
  const last = new Map<string, string>()
  for (const { path } of segments) {
    await using file = await open(path)
    for await (const text of file.readLines()) {
      const record = recordOf(text)
      if (record !== undefined) last.set(record, text)
    }
  }
  return [...last.values()].flatMap(decodeRegistrations)
}
