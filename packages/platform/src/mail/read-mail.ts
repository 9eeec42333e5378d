import { createHash } from 'node:crypto'
import { convert } from 'html-to-text'
import PostalMime, { type Email } from 'postal-mime'

/** What is read of the many parts that a hostile mail may have. */
const MAX_DEPTH = 30
const MAX_HEADERS_OCTETS = 256 * 1024

/** A mail, as far as somebody answers it. */
export interface ReadMail {
  /** Its Message-ID, or where it has none a hash of all of it: the same mail has the same one. */
  readonly key: string
  readonly messageId: string | undefined
  /** Address of the sender in small letters; empty: it names none. */
  readonly from: string
  readonly subject: string
  /** What it says; of HTML without a text part, as text. */
  readonly text: string
  /** Messages that it answers, the nearest first. */
  readonly references: readonly string[]
  /** Nobody has written it, or it is for many: it is never answered (RFC 3834 section 2). */
  readonly isAutomatic: boolean
  readonly attachments: readonly ReadAttachment[]
}

export interface ReadAttachment {
  readonly name: string
  readonly mediaType: string
  readonly content: Uint8Array
}

/** Undefined for what is no mail. */
export async function readMail(raw: Uint8Array): Promise<ReadMail | undefined> {
  const parsed = await parse(raw)
  if (parsed === undefined) return undefined
  const messageId = oneLine(parsed.messageId ?? '').slice(0, 998) || undefined
  const from = oneLine(parsed.from?.address ?? '').toLowerCase()
  return {
    key: messageId ?? createHash('sha256').update(raw).digest('hex'),
    ...{ messageId, from, subject: oneLine(parsed.subject ?? ''), text: storable(textOf(parsed)), isAutomatic: isAutomatic(parsed, from) },
    references: [parsed.inReplyTo, parsed.references].flatMap((header) => header?.match(/<[^<>\s]+>/g)?.toReversed() ?? []),
    attachments: parsed.attachments.map(({ filename, mimeType, content }, index) => ({
      name: oneLine(filename ?? '').slice(0, 200) || `${index + 1}`,
      mediaType: mimeType,
      content: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
    })),
  }
}

async function parse(raw: Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(raw, { maxNestingDepth: MAX_DEPTH, maxHeadersSize: MAX_HEADERS_OCTETS })
  } catch {
    return undefined
  }
}

function textOf({ text, html }: Email): string {
  if (text !== undefined && text.trim() !== '') return text.replaceAll('\r\n', '\n')
  if (html === undefined) return ''
  return convert(html, { wordwrap: false, selectors: [{ selector: 'img', format: 'skip' }] })
}

/** RFC 3834 section 5; older lists and programs say it by Precedence; a bounce has no return path (RFC 5321 section 4.5.5). */
function isAutomatic({ headers }: Email, from: string): boolean {
  const value = (name: string): string | undefined =>
    headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase()
  const submitted = value('auto-submitted')
  return (
    (submitted !== undefined && submitted !== 'no') ||
    ['bulk', 'junk', 'list', 'auto_reply'].includes(value('precedence') ?? '') ||
    ['list-id', 'x-autoreply', 'x-autorespond', 'x-failed-recipients'].some((name) => value(name) !== undefined) ||
    value('return-path') === '<>' ||
    value('content-type')?.startsWith('multipart/report') === true ||
    /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply)@/.test(from)
  )
}

function oneLine(text: string): string {
  return storable(text).replaceAll(/\s+/g, ' ').trim()
}

/** PostgreSQL keeps every character but this one. */
function storable(text: string): string {
  return text.replaceAll('\0', '')
}
