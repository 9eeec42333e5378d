import type { DialledFeature } from '../feature-codes/feature.ts'
import type { Slice } from '../slices/slice.ts'
import { speakTo } from './intercom-call.ts'
import { intercomRoutes } from './routes.ts'
import type { Intercom } from './rules.ts'
import { loadIntercom } from './store.ts'

const speakToPhone: DialledFeature = {
  ...{ name: 'intercom', title: { de: 'Direkt ansprechen', en: 'Intercom' }, codes: ['*83'] },
  ...{ when: 'dialled', argument: 'required', run: speakTo },
}

/** Speaking to a colleague over the loudspeaker of a phone that answers by itself (CALL-05). */
export const intercom: Slice<Intercom> = {
  area: 'extensions',
  snapshot: { empty: new Map(), tables: ['intercom_settings', 'intercom_caller'], load: loadIntercom },
  open: ({ database }) => ({ features: [speakToPhone], routes: intercomRoutes(database) }),
}
