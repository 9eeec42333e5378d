import type { Mailbox } from '../voicemail/mailbox.ts'
import type { MessageArchive } from '../voicemail/message-archive.ts'
import type { EventSink } from './sink.ts'

/** The archive, and beside it the event that a message has been left. */
export function tellingArchive(archive: MessageArchive, sink: EventSink): MessageArchive {
  return {
    ...archive,
    add: async (box, message, sizeBytes) => {
      if (!(await archive.add(box, message, sizeBytes))) return false
      const { id: messageId, callerNumber, callerName, durationMs } = message
      tell(sink, box, 'mailbox.message', { messageId, callerNumber, callerName: callerName ?? null, durationSeconds: durationMs / 1_000 })
      return true
    },
  }
}

/** Messages have been heard, kept or deleted, or have come. */
export function tellMailboxChanged(box: Mailbox, sink: EventSink): void {
  tell(sink, box, 'mailbox.changed', {})
}

function tell(sink: EventSink, { id, tenantId, extensionId }: Mailbox, type: string, data: Readonly<Record<string, unknown>>): void {
  const about = { mailboxId: id, extensionId, ...data }
  sink.tell({ topic: 'mailboxes', type, tenantId, area: 'extensions', users: [extensionId], data: about })
}
