import { createHash } from 'node:crypto'
import { convert } from 'html-to-text'
import PostalMime, { type Email } from 'postal-mime'

/** What is read of the many parts that a hostile mail may have. */
const MAX_DEPTH = 30
const MAX_HEADERS_OCTETS = 256 * 1024
/** Of a page only so much is made text: what a person reads, and nothing that keeps a thread at work. */
const HTML_LIMITS = { maxDepth: 60, maxChildNodes: 2_000, ellipsis: '…' }
const MAX_HTML = 200_000

/** A mail, as far as somebody answers it. */
export interface ReadMail {
  /** A hash of its Message-ID, or where it has none of all of it: the same mail has the same one, and it is short whatever a sender writes. */
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

/** Undefined for what is no mail, or cannot be read. Works for long on a mail that is made for it: `readMail` is for what strangers send. */
export async function parseMail(raw: Uint8Array): Promise<ReadMail | undefined> {
  try {
    return await parsedMail(raw)
  } catch {
    return undefined
  }
}

async function parsedMail(raw: Uint8Array): Promise<ReadMail> {
  const parsed = await PostalMime.parse(raw, { maxNestingDepth: MAX_DEPTH, maxHeadersSize: MAX_HEADERS_OCTETS })
  const messageId = oneLine(parsed.messageId ?? '').slice(0, 998) || undefined
  const from = oneLine(parsed.from?.address ?? '').toLowerCase()
  return {
    key: createHash('sha256')
      .update(messageId ?? raw)
      .digest('hex'),
    ...{ messageId, from, subject: oneLine(parsed.subject ?? ''), text: storable(textOf(parsed)), isAutomatic: isAutomatic(parsed, from) },
    references: [parsed.inReplyTo, parsed.references].flatMap((header) => header?.match(/<[^<>\s]+>/g)?.toReversed() ?? []),
    attachments: parsed.attachments.map(({ filename, mimeType, content }, index) => ({
      name: oneLine(filename ?? '').slice(0, 200) || `${index + 1}`,
      mediaType: mimeType,
      content: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
    })),
  }
}

function textOf({ text, html }: Email): string {
  if (text !== undefined && text.trim() !== '') return text.replaceAll('\r\n', '\n')
  if (html === undefined) return ''
  return pageAsText(html.slice(0, MAX_HTML))
}

/** Empty for what nobody can read; the rest of the mail counts all the same. */
function pageAsText(html: string): string {
  try {
    return convert(html, { wordwrap: false, limits: HTML_LIMITS, selectors: [{ selector: 'img', format: 'skip' }] })
  } catch {
    return ''
  }
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
