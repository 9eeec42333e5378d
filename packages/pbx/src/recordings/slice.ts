import { join } from 'node:path'
import { tellRecordingReady } from '../event-sources/recording-events.ts'
import { NO_SINK } from '../event-sources/sink.ts'
import { storedPrompts } from '../prompts/stored-prompts.ts'
import type { OpenSlice, Slice } from '../slices/slice.ts'
import { RECORDING_FEATURES } from './codes.ts'
import { liveRecordingRoutes } from './live-routes.ts'
import { NO_RECORDINGS, type TenantRecordings } from './policy.ts'
import { recordingPolicyRoutes } from './policy-routes.ts'
import { loadRecordings } from './policy-store.ts'
import { Recorder, type RecorderParts } from './recorder.ts'
import { recordingRoutes } from './recording-routes.ts'
import { keepRecordings } from './retention.ts'
import { recordingProblems } from './rules.ts'
import { RecordingSpeech } from './speech.ts'
import { RecordingSpool } from './spool.ts'
import { StoredArchive } from './stored-archive.ts'

/** Recording of calls and conferences, with the consent of all (REC-01, LAW-06). */
export const recordings: Slice<TenantRecordings> = {
  area: 'recordings',
  snapshot: { empty: NO_RECORDINGS, tables: ['recording_policy', 'recording_rule'], load: loadRecordings },
  problems: recordingProblems,
  open: ({ database, directory, clock, logger, dataDir, blobs, sink = NO_SINK }) => {
    const spool = new RecordingSpool(join(dataDir, 'recordings'))
    const archive = new StoredArchive({
      ...{ database, blobs, spool, clock, logger },
      kept: (recording) => tellRecordingReady(recording, sink),
    })
    keepRecordings(archive, { database, directory, blobs, clock, logger })
    const speech = new RecordingSpeech(storedPrompts(blobs, logger), directory)
    const { recorder, features } = openRecorder({ archive, directory, speech })
    return {
      recorder,
      features,
      routes: (api) => {
        recordingPolicyRoutes(database)(api)
        recordingRoutes({ database, blobs })(api)
        liveRecordingRoutes(recorder)(api)
      },
    }
  },
}

/** What calls need of it. */
export function openRecorder(parts: RecorderParts): Required<Pick<OpenSlice, 'recorder' | 'features'>> {
  return { recorder: new Recorder(parts), features: Object.values(RECORDING_FEATURES) }
}
