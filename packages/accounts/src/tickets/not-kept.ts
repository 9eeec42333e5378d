import type { ReadMail, Text } from '@klinke/platform'
import { MAX_ATTACHMENT_OCTETS, MAX_ATTACHMENTS, MAX_TICKET_OCTETS } from './problems.ts'

type MailFile = ReadMail['attachments'][number]

/** `full`: the files of the ticket have as much as they may have together. */
export type NotKeptWhy = 'too-many' | 'too-large' | 'empty' | 'full'

/** A file of a mail that is not in the ticket. */
export interface NotKept {
  readonly name: string
  readonly why: NotKeptWhy
}

/** Named of one mail; of more it is said how many. */
const MAX_NAMED = 20
const MAX_NAME = 80
const MB = 1024 ** 2

/** Which files of a mail go into its ticket, in their order, and which do not. `octets`: of what the ticket has already. */
export function sortFiles(
  files: readonly MailFile[],
  octets: number,
): { readonly kept: readonly MailFile[]; readonly notKept: readonly NotKept[] } {
  const kept: MailFile[] = []
  const notKept: NotKept[] = []
  let sum = octets
  for (const file of files) {
    const why = reasonAgainst(file, kept.length, sum)
    if (why === undefined) {
      kept.push(file)
      sum += file.content.length
    } else notKept.push({ name: file.name, why })
  }
  return { kept, notKept }
}

function reasonAgainst({ content }: MailFile, before: number, octets: number): NotKeptWhy | undefined {
  if (content.length === 0) return 'empty'
  if (content.length > MAX_ATTACHMENT_OCTETS) return 'too-large'
  if (before >= MAX_ATTACHMENTS) return 'too-many'
  return octets + content.length > MAX_TICKET_OCTETS ? 'full' : undefined
}

const WHY: Readonly<Record<NotKeptWhy, Text>> = {
  'too-many': { de: `mehr als ${MAX_ATTACHMENTS} Dateien in einer Mail`, en: `more than ${MAX_ATTACHMENTS} files in one mail` },
  'too-large': { de: `größer als ${MAX_ATTACHMENT_OCTETS / MB} MB`, en: `larger than ${MAX_ATTACHMENT_OCTETS / MB} MB` },
  empty: { de: 'leer', en: 'empty' },
  full: {
    de: `die Dateien dieses Tickets haben zusammen schon ${MAX_TICKET_OCTETS / MB} MB`,
    en: `the files of this ticket have ${MAX_TICKET_OCTETS / MB} MB together already`,
  },
}

/** A line for each. */
export function notKeptLines(files: readonly NotKept[], language: 'de' | 'en'): string {
  const lines = files.slice(0, MAX_NAMED).map(({ name, why }) => `- ${name.slice(0, MAX_NAME)}: ${WHY[why][language]}`)
  const more = files.length - lines.length
  if (more > 0) lines.push(language === 'de' ? `- und ${more} weitere` : `- and ${more} more`)
  return lines.join('\n')
}
