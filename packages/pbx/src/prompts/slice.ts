import { bringSounds } from '../own-sounds/bring-sounds.ts'
import { ownSoundRoutes } from '../own-sounds/routes.ts'
import { ownSoundProblems } from '../own-sounds/rules.ts'
import { loadPrompts } from '../own-sounds/store.ts'
import type { Slice } from '../slices/slice.ts'
import { SoundConverter } from '../sounds/sound-converter.ts'
import { storageRoutes } from '../storage/routes.ts'
import { NO_PROMPTS, type TenantPrompts } from './tenant-prompts.ts'

/** What callers are told, and the music they wait with. */
export const prompts: Slice<TenantPrompts> = {
  area: 'routing',
  snapshot: { empty: NO_PROMPTS, tables: ['own_sound'], load: loadPrompts },
  problems: ownSoundProblems,
  open: ({ database, blobs, directory, logger }) => {
    for (const tenant of directory.tenants()) void bringSounds(tenant, blobs, logger)
    const parts = { database, blobs, converter: new SoundConverter(), logger }
    return {
      replaced: (now) => {
        if (now !== undefined) void bringSounds(now, blobs, logger)
      },
      routes: (api) => {
        ownSoundRoutes(parts)(api)
        storageRoutes(database)(api)
      },
    }
  },
}
