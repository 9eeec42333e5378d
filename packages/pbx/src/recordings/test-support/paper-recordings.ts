import type { RecordingArchive } from '../archive.ts'
import type { KeptRecording, RecordingHead, RecordingTail } from '../recording.ts'

/** An archive on paper. */
export class PaperRecordings implements RecordingArchive {
  readonly begun: RecordingHead[] = []
  readonly amended: RecordingHead[] = []
  readonly kept: KeptRecording[] = []
  readonly discarded: RecordingHead[] = []
  /** Octets that may still be kept. */
  room = 10 ** 9
  /** Rejects the next `begin`. */
  refuses: Error | undefined

  roomFor(): Promise<number> {
    return Promise.resolve(this.room)
  }

  begin(head: RecordingHead): Promise<string> {
    if (this.refuses !== undefined) return Promise.reject(this.refuses)
    this.begun.push(head)
    return Promise.resolve(`/spool/${head.id}.wav`)
  }

  amend(head: RecordingHead): Promise<void> {
    this.amended.push(head)
    return Promise.resolve()
  }

  keep(head: RecordingHead, tail: RecordingTail): Promise<KeptRecording> {
    const kept = { ...head, ...tail, key: `${head.id}.wav`, octets: 1 }
    this.kept.push(kept)
    return Promise.resolve(kept)
  }

  discard(head: RecordingHead): Promise<void> {
    this.discarded.push(head)
    return Promise.resolve()
  }
}
