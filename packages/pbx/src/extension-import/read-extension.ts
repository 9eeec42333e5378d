import { failed, ok, type Result } from '@klinke/foundation'
import { parsePublic } from '@klinke/numbering'
import { type Cells, withoutGuard } from '@klinke/platform'
import { z } from 'zod'
import { assignableNumber, MAX_NAME_CHARACTERS } from '../extensions/rules.ts'
import { EXTENSION_FIELDS, type ExtensionField } from './columns.ts'
import { PROBLEMS, type Problem } from './problems.ts'

/** An extension as a row of a table has it. */
export interface ReadExtension {
  readonly number: string
  readonly name: string
  /** E.164. */
  readonly outgoingNumber: string | null
  /** Null: none. */
  readonly mailbox: { readonly mailTo: string | null; readonly language: 'de' | 'en' } | null
  /** Name of the site where its phones stand; null: the main one. */
  readonly site: string | null
  /** Name or id of its user package; null: the first of the product, or none. */
  readonly userPackage: string | null
  /** Names of ring groups and queues. */
  readonly groups: readonly string[]
}

const YES = /^(?:1|x|j|ja|y|yes|true|wahr|an|on)$/i
const NO = /^(?:0|-|n|nein|no|false|falsch|aus|off)$/i
const GERMAN = /^(?:de|deu|deutsch|german)$/i
const ENGLISH = /^(?:en|eng|englisch|english)$/i
const mailAddress = z.email().max(254)

/** Reads a row. Numbers without their area code are those of the site that the row names. */
export function readExtension(
  areaCodeAt: (site: string | undefined) => string | null,
): (cells: Cells<ExtensionField>) => Result<ReadExtension, readonly Problem[]> {
  return (guarded) => {
    const cells = unguarded(guarded)
    const problems: Problem[] = []
    const trouble = <T>(problem: Problem, instead: T): T => {
      problems.push(problem)
      return instead
    }
    const extension = {
      number: numberIn(cells.number, trouble),
      name: nameIn(cells, trouble),
      outgoingNumber: outgoingIn(cells.outgoingNumber, areaCodeAt(cells.site), trouble),
      mailbox: mailboxIn(cells, trouble),
      site: cells.site ?? null,
      userPackage: cells.userPackage ?? null,
      groups: (cells.groups ?? '')
        .split(/[,;/]/)
        .map((name) => name.trim())
        .filter(Boolean),
    }
    return problems.length > 0 ? failed(problems) : ok(extension)
  }
}

type Trouble = <T>(problem: Problem, instead: T) => T

function numberIn(written: string | undefined, trouble: Trouble): string {
  if (written === undefined) return trouble(PROBLEMS.numberMissing, '')
  const read = assignableNumber.safeParse(written)
  return read.success ? read.data : trouble(PROBLEMS.numberInvalid, '')
}

function nameIn({ name, firstName, lastName }: Cells<ExtensionField>, trouble: Trouble): string {
  const whole = name ?? [firstName, lastName].filter(Boolean).join(' ')
  if (whole === '') return trouble(PROBLEMS.nameMissing, '')
  return whole.length > MAX_NAME_CHARACTERS ? trouble(PROBLEMS.nameTooLong, '') : whole
}

function outgoingIn(written: string | undefined, areaCode: string | null, trouble: Trouble): string | null {
  if (written === undefined) return null
  const meaning = parsePublic(written, areaCode ?? undefined)
  return meaning.kind === 'public' ? meaning.number : trouble(PROBLEMS.outgoingInvalid, null)
}

/** A mail address asks for a mailbox, unless there is to be none. */
function mailboxIn({ mailbox, email, language }: Cells<ExtensionField>, trouble: Trouble): ReadExtension['mailbox'] {
  const wanted = mailbox === undefined ? email !== undefined : YES.test(mailbox)
  if (mailbox !== undefined && !wanted && !NO.test(mailbox)) trouble(PROBLEMS.mailboxUnclear, null)
  if (email !== undefined && !mailAddress.safeParse(email).success) trouble(PROBLEMS.emailInvalid, null)
  if (email !== undefined && mailbox !== undefined && NO.test(mailbox)) trouble(PROBLEMS.emailAlone, null)
  if (language !== undefined && !GERMAN.test(language) && !ENGLISH.test(language)) trouble(PROBLEMS.languageUnclear, null)
  return wanted ? { mailTo: email ?? null, language: language !== undefined && ENGLISH.test(language) ? 'en' : 'de' } : null
}

function unguarded(cells: Cells<ExtensionField>): Cells<ExtensionField> {
  const plain: Partial<Record<ExtensionField, string>> = {}
  for (const { name } of EXTENSION_FIELDS) {
    const cell = cells[name]
    if (cell !== undefined) plain[name] = withoutGuard(cell)
  }
  return plain
}
