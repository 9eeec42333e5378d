import { fieldText } from '@klinke/platform'
import type { z } from 'zod'
import { contradictions } from './contradictions.ts'
import { type PathFault, ProfileInvalid } from './fault.ts'
import { GONE_KEYS } from './gone-keys.ts'
import { ONCE_UNTYPED } from './other-rooms.ts'
import { type ProfileFile, profileFile } from './profile-file.ts'
import { readYaml, type YamlSource } from './read-yaml.ts'

/** A profile that was read, and what stood in the file: decimals as text, so that no price ever was a floating number. */
export interface ReadProfile {
  readonly profile: ProfileFile
  readonly document: Readonly<Record<string, unknown>>
}

/** Reads a profile. `file` is what it is called in messages. Throws `ProfileInvalid` with all faults that were found. */
export function readProfile(text: string, file: string): ReadProfile {
  const source = readYaml(text, file)
  const result = profileFile.safeParse(withNumbers(source.document))
  if (!result.success) throw invalid(file, source, result.error.issues.flatMap(faultsOf))
  const wrong = contradictions(result.data)
  if (wrong.length > 0) throw invalid(file, source, wrong)
  return { profile: result.data, document: source.document }
}

/** What was stored is read again; it was right when it came, so what is not known any more is left out. Throws for what cannot be read otherwise. */
export function profileOfDocument(document: Readonly<Record<string, unknown>>): ProfileFile {
  const read = withNumbers(document)
  const { success, data, error } = profileFile.safeParse(read)
  return success ? data : profileFile.parse(withoutGone(read, error.issues))
}

/** Without keys and values of lists that are unknown by now, and without what stands otherwise in keys that had no schema in its day. */
function withoutGone(read: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const unknown = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : []))
  const otherwise = issues.flatMap(({ code, path: [key = ''] }) => (code !== 'unrecognized_keys' && ONCE_UNTYPED.has(key) ? [[key]] : []))
  // The last of a list first: those before it keep their places.
  const noChoice = issues
    .flatMap(({ code, path }) => (code === 'invalid_value' && typeof path.at(-1) === 'number' ? [path] : []))
    .toReversed()
  return [...unknown, ...noChoice, ...otherwise].reduce<unknown>(without, read)
}

function without(value: unknown, [key, ...further]: readonly PropertyKey[]): unknown {
  if (Array.isArray(value))
    return further.length === 0
      ? value.filter((_, index) => index !== key)
      : value.map((held: unknown, index) => (index === key ? without(held, further) : held))
  if (typeof value !== 'object' || value === null || typeof key !== 'string') return value
  const entries = Object.entries(value)
  return Object.fromEntries(
    further.length === 0
      ? entries.filter(([name]) => name !== key)
      : entries.map(([name, held]) => [name, name === key ? without(held, further) : held]),
  )
}

function invalid(file: string, { lineOf }: YamlSource, faults: readonly PathFault[]): ProfileInvalid {
  return new ProfileInvalid(
    file,
    faults.map(({ at, text }) => ({ line: lineOf(at), path: pathText(at), text })),
  )
}

const UNKNOWN_KEY = {
  en: 'is not known here; correct how it is written, or leave it out',
  de: 'gibt es hier nicht; berichtigen Sie die Schreibweise, oder lassen Sie es weg',
}

function faultsOf(issue: z.core.$ZodIssue): readonly PathFault[] {
  if (issue.code === 'unrecognized_keys') {
    const within = issue.path.filter((key) => typeof key === 'string')
    return issue.keys.map((key) => ({ at: [...issue.path, key], text: GONE_KEYS.get([...within, key].join('.')) ?? UNKNOWN_KEY }))
  }
  return [{ at: issue.path, text: fieldText({ keyword: issue.code, message: issue.message, params: { ...issue } }) }]
}

/** `items[3].price`. */
function pathText(at: readonly PropertyKey[]): string {
  return at.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`)).join('')
}

const DECIMAL = /^-?\d+\.\d+$/

/** The settings of an exchange are no money: there, decimals are numbers. */
function withNumbers(document: Readonly<Record<string, unknown>>): unknown {
  return 'settings' in document ? { ...document, settings: numbersIn(document.settings) } : document
}

function numbersIn(value: unknown): unknown {
  if (typeof value === 'string') return DECIMAL.test(value) ? Number(value) : value
  if (Array.isArray(value)) return value.map(numbersIn)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, numbersIn(held)]))
}
