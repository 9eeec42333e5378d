import type { Tx } from '@klinke/platform'
import type { ProfileVersion } from '../catalogue/catalogue.ts'
import { ratingTables } from './tables.ts'
import { faultsOf, type TariffDocument } from './tariff-file.ts'

/** Contracts say from when on a version of a profile holds; its tariff itself always does. */
export const SINCE_EVER = '2000-01-01'

/**
 * The tariff of a version of a profile as a tariff of its own, under the version's id. Once is enough: neither changes any more. Throws for one with faults,
 * which would price calls wrongly.
 */
export async function keepProfileTariff(tx: Tx, { id, profile, number, file, createdBy }: ProfileVersion): Promise<void> {
  const { tariff } = file
  const known = await ratingTables(tx).selectFrom('tariff').select('id').where('id', '=', id).executeTakeFirst()
  if (tariff === undefined || known !== undefined) return
  const document: TariffDocument = { ...tariff, validFrom: SINCE_EVER }
  const faults = faultsOf(document)
  if (faults.length > 0)
    throw new Error(`The tariff of version ${number} of the profile "${profile}" has faults: ${JSON.stringify(faults)}`)
  const tables = ratingTables(tx)
  await tables
    .insertInto('tariff')
    .values({ id, name: await freeName(tx, `${profile} ${number}`, id) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const version = { id, tariff_id: id, valid_from: SINCE_EVER, valid_until: null, currency: document.currency }
  await tables
    .insertInto('tariff_version')
    .values({ ...version, document: JSON.stringify(document), uploaded_by: createdBy })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Operators name tariffs as they like: where one has that name already, the version's id stands behind it. */
async function freeName(tx: Tx, name: string, id: string): Promise<string> {
  const taken = await ratingTables(tx).selectFrom('tariff').select('id').where('name', '=', name).executeTakeFirst()
  return taken === undefined ? name : `${name} (${id})`
}
