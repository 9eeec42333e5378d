import { fileURLToPath } from 'node:url'
import { FolderMailSource } from './folder-mail-source.ts'
import { ImapMailSource } from './imap-mail-source.ts'
import type { MailSource } from './mail-source.ts'

/** The mailbox of an `imap:` or `imaps:` URL, or the Maildir of a `file:` URL. */
export function openMailSource(url: string): MailSource {
  return url.startsWith('file:') ? new FolderMailSource(fileURLToPath(url)) : new ImapMailSource(url)
}
