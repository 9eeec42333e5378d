import { BoundedMap } from '@klinke/foundation'
import { type Database, NotFound } from '@klinke/platform'
import type { ProfileFile } from './profile-file.ts'
import { profileOfDocument } from './read-profile.ts'
import { findVersion, type StoredVersion, versionAt } from './store.ts'

/** A version of a profile, read. */
export interface ProfileVersion extends StoredVersion {
  readonly file: ProfileFile
  /** As it stood in the file, with the keys of other rooms; decimals are text. */
  readonly document: Readonly<Record<string, unknown>>
}

/** Versions that are kept in memory; a run over all customers asks for the same few again and again. */
const MAX_REMEMBERED = 200

/** Versions of profiles as the rest reads them. A version never changes, so it is read once. */
export class Catalogue {
  readonly #database: Pick<Database, 'withOperator'>
  readonly #remembered = new BoundedMap<string, ProfileVersion>(MAX_REMEMBERED)

  constructor(database: Pick<Database, 'withOperator'>) {
    this.#database = database
  }

  /** Throws `NotFound`. */
  async version(id: string): Promise<ProfileVersion> {
    const remembered = this.#remembered.get(id)
    if (remembered !== undefined) return remembered
    const found = await this.#database.withOperator((tx) => findVersion(tx, id))
    if (found === undefined) throw new NotFound('version of a profile', id)
    const { source: _source, ...stored } = found
    const version = { ...stored, file: profileOfDocument(stored.document) }
    this.#remembered.set(id, version)
    return version
  }

  /** What new contracts and new items get on a day; undefined: nothing is sold by that name. */
  async validOn(profile: string, day: Temporal.PlainDate): Promise<ProfileVersion | undefined> {
    const id = await this.#database.withOperator((tx) => versionAt(tx, profile, day))
    return id === undefined ? undefined : this.version(id)
  }

  /** All of these, for what is computed without waiting. Asking for another one throws. */
  async versions(ids: Iterable<string>): Promise<(id: string) => ProfileFile> {
    const known = new Map<string, ProfileFile>()
    for (const id of new Set(ids)) known.set(id, (await this.version(id)).file)
    return (id) => {
      const file = known.get(id)
      if (file === undefined) throw new Error(`The version ${id} was not asked for.`)
      return file
    }
  }
}
