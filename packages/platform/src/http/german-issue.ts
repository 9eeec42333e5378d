import type { FieldIssue } from './field-texts.ts'

/** Kinds of JSON values, in words. */
const KINDS: Readonly<Record<string, string>> = {
  ...{ string: 'einen Text', number: 'eine Zahl', int: 'eine ganze Zahl', boolean: 'true oder false', array: 'eine Liste' },
  ...{ object: 'ein Objekt', record: 'ein Objekt', null: 'null', date: 'ein Datum', bigint: 'eine ganze Zahl' },
}

/** Forms of texts, each with an example where one helps. */
const FORMS: Readonly<Record<string, readonly [what: string, example?: string]>> = {
  email: ['eine E-Mail-Adresse', 'name@example.org'],
  url: ['eine Webadresse', 'https://example.org'],
  uuid: ['eine Kennung (UUID)'],
  datetime: ['Datum und Uhrzeit', '2026-01-31T12:00:00Z'],
  date: ['ein Datum', '2026-01-31'],
  time: ['eine Uhrzeit', '08:30'],
  duration: ['eine Dauer', 'PT30M'],
  ipv4: ['eine IPv4-Adresse', '192.0.2.1'],
  ipv6: ['eine IPv6-Adresse', '2001:db8::1'],
  cidrv4: ['ein IPv4-Netz', '192.0.2.0/24'],
  cidrv6: ['ein IPv6-Netz', '2001:db8::/32'],
  e164: ['eine Rufnummer', '+492211234567'],
  base64: ['Base64'],
  base64url: ['Base64url'],
}

const ANYTHING_ELSE = 'Bitte prüfen Sie diese Angabe'

/** What to do about a field that a schema refuses, in the words of the manual; zod's own German is for who knows zod. */
export function germanIssue({ keyword, params }: FieldIssue): string {
  switch (keyword) {
    case 'invalid_type':
      return `Bitte ${KINDS[textOf(params.expected)] ?? textOf(params.expected)} angeben`
    case 'too_big':
      return tooBig(params)
    case 'too_small':
      return tooSmall(params)
    case 'invalid_value':
      return chosen(listOf(params.values))
    case 'invalid_format':
      return formed(params)
    case 'not_multiple_of':
      return `Bitte ein Vielfaches von ${textOf(params.divisor)} eingeben`
    case 'unrecognized_keys':
      return `Bitte weglassen, das gibt es hier nicht: ${listOf(params.keys).map(quoted).join(', ')}`
    default:
      return ANYTHING_ELSE
  }
}

type Params = FieldIssue['params']

/** Units of what has a size; absent: a number itself. */
const UNITS: Readonly<Record<string, string>> = { string: 'Zeichen', array: 'Einträge', set: 'Einträge', map: 'Einträge', file: 'Bytes' }

function tooBig({ origin, maximum, inclusive }: Params): string {
  const unit = UNITS[textOf(origin)]
  if (unit !== undefined) return `Bitte höchstens ${counted(maximum, unit)} eingeben`
  return inclusive === false ? `Bitte weniger als ${textOf(maximum)} eingeben` : `Bitte höchstens ${textOf(maximum)} eingeben`
}

function tooSmall({ origin, minimum, inclusive }: Params): string {
  const unit = UNITS[textOf(origin)]
  if (unit !== undefined) return textOf(minimum) === '1' ? 'Bitte ausfüllen' : `Bitte mindestens ${counted(minimum, unit)} eingeben`
  return inclusive === false ? `Bitte mehr als ${textOf(minimum)} eingeben` : `Bitte mindestens ${textOf(minimum)} eingeben`
}

/** One entry is no plural in German either. */
function counted(count: unknown, unit: string): string {
  return `${textOf(count)} ${textOf(count) === '1' ? unit.replace(/träge$/, 'trag') : unit}`
}

function chosen(values: readonly string[]): string {
  return values.length === 1 ? `Bitte ${quoted(values[0] ?? '')} angeben` : `Bitte eines davon wählen: ${values.map(quoted).join(', ')}`
}

function formed({ format, prefix, suffix, includes, pattern }: Params): string {
  if (format === 'starts_with') return `Bitte mit ${quoted(textOf(prefix))} beginnen`
  if (format === 'ends_with') return `Bitte mit ${quoted(textOf(suffix))} enden`
  if (format === 'includes') return `Bitte ${quoted(textOf(includes))} darin angeben`
  if (format === 'regex') return `Bitte in dieser Form eingeben: ${textOf(pattern)}`
  const form = FORMS[textOf(format)]
  if (form === undefined) return ANYTHING_ELSE
  const [what, example] = form
  return `Bitte ${what} eingeben${example === undefined ? '' : `, etwa ${example}`}`
}

function quoted(text: string): string {
  return `„${text}“`
}

function textOf(value: unknown): string {
  return String(value)
}

function listOf(values: unknown): readonly string[] {
  return Array.isArray(values) ? values.map(String) : []
}
