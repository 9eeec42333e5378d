import type { DialledFeature } from '../feature-codes/feature.ts'
import { storedPrompts } from '../prompts/stored-prompts.ts'
import { RecordingSpeech } from '../recordings/speech.ts'
import type { OpenSlice, Slice, Work } from '../slices/slice.ts'
import { liveSupervisionRoutes } from './live-routes.ts'
import { supervisionRoutes } from './routes.ts'
import { NO_SUPERVISION, supervisionProblems, type TenantSupervision } from './rules.ts'
import { loadSupervision } from './store.ts'
import { superviseByCode } from './supervise-call.ts'
import { Supervisions } from './supervisions.ts'

/** Supervisors who listen to conversations, whisper to the agent, or barge in. */
export const supervision: Slice<TenantSupervision> = {
  area: 'live',
  snapshot: { empty: NO_SUPERVISION, tables: ['supervision_policy', 'supervision_statement', 'supervisor'], load: loadSupervision },
  problems: supervisionProblems,
  open: ({ database, directory, blobs, logger }) => {
    let work: Work | undefined
    const supervisions = new Supervisions(new RecordingSpeech(storedPrompts(blobs, logger), directory))
    return {
      ...openSupervision(supervisions),
      routes: (api) => {
        supervisionRoutes(database)(api)
        liveSupervisionRoutes({ supervisions, directory, work: () => work })(api)
      },
      begin: (begun) => {
        work = begun
        return { close: () => undefined }
      },
    }
  },
}

/** What calls need of it. */
export function openSupervision(supervisions: Supervisions): Required<Pick<OpenSlice, 'features' | 'talks'>> {
  const listen: DialledFeature = {
    ...{ name: 'supervise', title: { de: 'Gespräch mithören', en: 'Listen to a conversation' }, codes: ['*68'] },
    ...{ when: 'dialled', argument: 'required', run: (call, number, context) => superviseByCode(call, number, context, supervisions) },
  }
  return { features: [listen], talks: supervisions }
}
