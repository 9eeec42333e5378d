import { type Database, NotFound, type Tx } from '@klinke/platform'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { findVersion, listVersions as listProfileVersions } from '../catalogue/store.ts'
import { ratingTables } from '../rated-calls/tables.ts'
import type { TariffDocument } from '../rated-calls/tariff-file.ts'
import { findDocument, findTariff, listVersions } from '../rated-calls/tariff-store.ts'
import type { TariffOwner } from './draft-store.ts'

/** What finds versions. */
export interface VersionParts {
  readonly database: Pick<Database, 'withOperator'>
  readonly catalogue: Catalogue
}

/** A version of a tariff with what it says, whosesoever it is. */
export interface WholeTariffVersion {
  readonly id: string
  readonly owner: TariffOwner
  readonly document: TariffDocument
}

/** Throws `NotFound`, also for a version of a profile by which calls cost nothing here. */
export async function findTariffVersion({ database, catalogue }: VersionParts, id: string): Promise<WholeTariffVersion> {
  const { profile, own } = await database.withOperator(async (tx) => ({ profile: await findVersion(tx, id), own: await findOwn(tx, id) }))
  if (profile !== undefined) {
    const { tariff } = (await catalogue.version(id)).file
    if (tariff === undefined) throw new NotFound('version of a tariff', id)
    return { id, owner: { kind: 'profile', id: profile.profile }, document: { ...tariff, validFrom: profile.validFrom.toString() } }
  }
  if (own === undefined) throw new NotFound('version of a tariff', id)
  return { id, ...own }
}

async function findOwn(tx: Tx, id: string): Promise<Omit<WholeTariffVersion, 'id'> | undefined> {
  const row = await ratingTables(tx).selectFrom('tariff_version').select(['tariff_id']).where('id', '=', id).executeTakeFirst()
  const document = row && (await findDocument(tx, id))
  return row && document && { owner: { kind: 'tariff', id: row.tariff_id }, document }
}

/** The version that a new one comes after: of a tariff the one that begins last, of a profile the one that was taken last. Undefined: there is none. Throws `NotFound`. */
export async function newestVersion(tx: Tx, owner: TariffOwner): Promise<string | undefined> {
  if (owner.kind === 'tariff') {
    await findTariff(tx, owner.id)
    return (await listVersions(tx, [owner.id])).at(-1)?.id
  }
  const versions = await listProfileVersions(tx, owner.id)
  if (versions.length === 0) throw new NotFound('product profile', owner.id)
  return versions.find(({ isWithdrawn }) => !isWithdrawn)?.id
}
