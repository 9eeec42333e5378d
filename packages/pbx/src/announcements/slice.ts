import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PinLock } from '../pins/pin-lock.ts'
import type { Slice } from '../slices/slice.ts'
import { SoundConverter } from '../sounds/sound-converter.ts'
import { type Announcements, NO_ANNOUNCEMENTS } from './announcement.ts'
import { playAnnouncement } from './announcement-call.ts'
import { keepAnnouncement } from './keep-announcement.ts'
import { type RecordingFiles, type RecordParts, recordFeature } from './record-call.ts'
import { announcementRoutes } from './routes.ts'
import { announcementProblems } from './rules.ts'
import { loadAnnouncements } from './store.ts'

/** A tenant's own announcements: uploaded, recorded by phone, or spoken by the machine. */
export const announcements: Slice<Announcements> = {
  area: 'routing',
  snapshot: { empty: NO_ANNOUNCEMENTS, tables: ['announcement', 'announcement_sound', 'announcement_settings'], load: loadAnnouncements },
  problems: announcementProblems,
  open: ({ database, dataDir, blobs, clock, logger }) => {
    const parts = { database, blobs, converter: new SoundConverter(), logger }
    const recording: RecordParts = {
      lock: new PinLock(clock),
      files: recordingFiles(join(dataDir, 'announcements')),
      keep: async (tenantId, announcementId, language, octets) => {
        await keepAnnouncement({ tenantId, announcementId, language, octets, spoken: null }, parts)
      },
    }
    return {
      destinations: { targets: { announcement: playAnnouncement } },
      features: [recordFeature(recording)],
      routes: announcementRoutes(parts),
    }
  },
}

function recordingFiles(folder: string): RecordingFiles {
  return {
    create: async () => {
      await mkdir(folder, { recursive: true })
      return join(folder, `${randomUUID()}.wav`)
    },
    read: (path) => readFile(path),
    remove: (path) => rm(path, { force: true }),
  }
}
