import { join } from 'node:path'
import { DEFAULT_TIME_ZONE } from '@klinke/accounts'
import type { Language } from '@klinke/platform'
import type { MediaSource } from '@klinke/rtp'
import type { PbxSnapshot } from '../snapshot.ts'
import { type PromptId, promptText } from './catalogue.ts'
import { digitsPrompts, type NumberForm, numberPrompts } from './compose/numbers.ts'
import { spelledPrompts, streetPrompts } from './compose/spelled.ts'
import { counted, dateTimePrompts, durationPrompts, positionPrompts } from './compose/times.ts'

const AUDIO_FOLDER = join(import.meta.dirname, 'audio')
const HOLD_MUSIC: readonly string[] = [join(AUDIO_FOLDER, 'hold-music.wav')]
/** Where neither the tenant nor the flow says otherwise. */
export const DEFAULT_LANGUAGE: Language = 'de'

/** Path of the product's recording; undefined where that language needs no word. */
export function recordingOf(id: PromptId, language: Language): string | undefined {
  return promptText(id, language) === '' ? undefined : join(AUDIO_FOLDER, language, `${id}.wav`)
}

/** Who hears it. */
export interface Listener {
  readonly tenant: Pick<PbxSnapshot, 'prompts' | 'profile'>
  /** Absent: the tenant's. */
  readonly language?: Language
}

/** What is said to callers, as absolute paths of files for `MediaSource` `files`. A tenant's own recordings go before those of the product. */
export class Prompts {
  readonly #path: (key: string) => string
  readonly #isThere: (path: string) => boolean

  /**
   * @param path where the blob store keeps the file of that key
   * @param isThere whether a file of the tenant's can be played: the product's prompt is said in place of one that is gone. Absent: all can.
   */
  constructor(path: (key: string) => string, isThere: (path: string) => boolean = () => true) {
    this.#path = path
    this.#isThere = isThere
  }

  /** One or several, one after the other. */
  files(ids: PromptId | readonly PromptId[], listener: Listener): readonly string[] {
    const language = languageOf(listener)
    return [ids].flat().flatMap((id) => {
      const key = listener.tenant.prompts.replaced.get(`${language}/${id}`)
      const own = key === undefined ? undefined : this.#path(key)
      if (own !== undefined && this.#isThere(own)) return [own]
      return recordingOf(id, language) ?? []
    })
  }

  /** Where the file of a tenant with that key of the blob store lies. */
  own(key: string): string {
    return this.#path(key)
  }

  /** As something to play once. */
  source(ids: PromptId | readonly PromptId[], listener: Listener): MediaSource {
    return { kind: 'files', files: this.files(ids, listener), repeat: 1 }
  }

  /** 0 to 999,999; `form`: as German says one before what follows. */
  numberFiles(number: number, listener: Listener, form?: NumberForm): readonly string[] {
    return this.files(numberPrompts(number, languageOf(listener), form), listener)
  }

  /** "eine Nachricht", "two messages": feminine things in German. */
  countedFiles(number: number, one: PromptId, many: PromptId, listener: Listener): readonly string[] {
    return this.files(counted(number, one, many, languageOf(listener)), listener)
  }

  /** A telephone number, digit by digit. */
  digitsFiles(digits: string, listener: Listener): readonly string[] {
    return this.files(digitsPrompts(digits), listener)
  }

  /** A name that nobody has recorded, letter by letter. */
  spelledFiles(name: string, listener: Listener): readonly string[] {
    return this.files(spelledPrompts(name), listener)
  }

  /** The name of a street; in German with its last word as a word. */
  streetFiles(street: string, listener: Listener): readonly string[] {
    return this.files(streetPrompts(street, languageOf(listener)), listener)
  }

  /** In the tenant's time zone; days near to `nowMs` by their names. */
  dateTimeFiles(epochMs: number, nowMs: number, listener: Listener): readonly string[] {
    const timeZone = listener.tenant.profile.timeZone ?? DEFAULT_TIME_ZONE
    return this.files(dateTimePrompts({ epochMs, nowMs, timeZone }, languageOf(listener)), listener)
  }

  durationFiles(seconds: number, listener: Listener): readonly string[] {
    return this.files(durationPrompts(seconds, languageOf(listener)), listener)
  }

  /** Place in a queue, from 1; a whole sentence. */
  positionFiles(position: number, listener: Listener): readonly string[] {
    return this.files(positionPrompts(position, languageOf(listener)), listener)
  }

  /** What held and waiting callers of the tenant hear: the product's music where none of its own can be played. */
  holdMusic({ prompts }: Pick<PbxSnapshot, 'prompts'>): MediaSource {
    const own = prompts.holdMusic.map((key) => this.#path(key)).filter(this.#isThere)
    return { kind: 'files', files: own.length > 0 ? own : HOLD_MUSIC, repeat: 'forever' }
  }
}

export function languageOf({ tenant, language }: Listener): Language {
  return language ?? tenant.profile.language ?? DEFAULT_LANGUAGE
}
