import type { Slice } from '../slices/slice.ts'
import type { FeatureCodes } from './code-index.ts'
import { featureCodeRoutes } from './routes.ts'
import { featureCodeProblems } from './rules.ts'
import { loadFeatureCodes } from './store.ts'

/** The codes that a tenant has changed. The features themselves come from all slices. */
export const featureCodes: Slice<FeatureCodes> = {
  area: 'settings',
  snapshot: { empty: new Map(), tables: ['feature_code'], load: loadFeatureCodes },
  problems: featureCodeProblems,
  open: ({ database, features }) => ({ routes: featureCodeRoutes(database, features) }),
}
