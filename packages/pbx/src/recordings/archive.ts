import type { KeptRecording, RecordingHead, RecordingTail } from './recording.ts'

/** Where recordings are written and kept, as calls see it. */
export interface RecordingArchive {
  /** Octets that one more recording of the tenant may take (REC-01): those that are being written share what is left. */
  roomFor(tenantId: string): Promise<number>
  /** Notes that something is recorded from now on, so that a restart finds it. Gives the path of its file. Rejects when the disk refuses. */
  begin(head: RecordingHead): Promise<string>
  /** More is known of what is being recorded: somebody has joined and was told. Never rejects. */
  amend(head: RecordingHead): Promise<void>
  /** It has ended and is kept: at once, or, when the database or the store is away, later. Never rejects. */
  keep(head: RecordingHead, tail: RecordingTail): Promise<KeptRecording | undefined>
  /** Nothing of it is kept: somebody has declined. Never rejects. */
  discard(head: RecordingHead): Promise<void>
}
