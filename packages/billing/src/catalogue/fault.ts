import { InvalidRequest, type Text } from '@klinke/platform'

/** What is wrong with a profile, and where. */
export interface ProfileFault {
  /** From 1; absent: nowhere in particular. */
  readonly line: number | undefined
  /** Such as `items[3].price`; '' is the whole file. */
  readonly path: string
  /** What to do about it. */
  readonly text: Text
}

/** A fault at a path of keys and indices. */
export interface PathFault {
  readonly at: readonly PropertyKey[]
  readonly text: Text
}

/** So many are told at a time; whoever has mended those sees the next ones. */
const MAX_TOLD = 50

/** A profile cannot be taken; each fault says file, line, path and what to do. */
export class ProfileInvalid extends InvalidRequest {
  readonly faults: readonly ProfileFault[]

  constructor(file: string, faults: readonly ProfileFault[]) {
    const told = faults.slice(0, MAX_TOLD)
    const all = (language: 'de' | 'en') => told.map((fault) => sentence(file, fault)[language]).join('\n')
    super(
      { en: all('en'), de: all('de') },
      told.map((fault) => ({ pointer: pointerOf(fault.path), detail: sentence(file, fault) })),
    )
    this.faults = faults
  }
}

/** `profiles/flat.yaml, line 42, items[3].price: must be …`. */
export function sentence(file: string, { line, path, text }: ProfileFault): Text {
  const where = (word: string) => [file, ...(line === undefined ? [] : [`${word} ${line}`]), ...(path === '' ? [] : [path])].join(', ')
  return { en: `${where('line')}: ${text.en}`, de: `${where('Zeile')}: ${text.de}` }
}

/** JSON pointer (RFC 6901) of `items[3].price`. */
function pointerOf(path: string): string {
  return path === '' ? '' : `/${path.replaceAll(/\[(\d+)\]/g, '.$1').replaceAll('.', '/')}`
}
