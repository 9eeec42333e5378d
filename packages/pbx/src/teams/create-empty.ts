import type { Tx } from '@klinke/platform'
import { insertRoom } from '../conferences/store.ts'
import { QUEUE_RULES } from '../queues/rules.ts'
import { GROUP_RULES } from '../ring-groups/rules.ts'
import { insertTeam } from './store.ts'

/** Members of a conference room that nobody has said anything of (CONF-01). */
const ROOM_MEMBERS = 20

/** A ring group, a queue or a conference room with the usual settings and nobody in it. Throws as their stores do. */
export async function createEmpty(tx: Tx, tenantId: string, kind: 'group' | 'queue' | 'room', name: string, number: string): Promise<void> {
  switch (kind) {
    case 'group':
      await insertTeam(tx, GROUP_RULES, { tenantId, name, number, settings: GROUP_RULES.settings.parse({}), members: [] })
      return
    case 'queue':
      await insertTeam(tx, QUEUE_RULES, { tenantId, name, number, settings: QUEUE_RULES.settings.parse({}), members: [] })
      return
    case 'room':
      await insertRoom(tx, {
        ...{ tenantId, name, number, participantPin: undefined, moderatorPin: undefined, maxMembers: ROOM_MEMBERS },
        ...{ waitForModerator: false, whenModeratorLeaves: 'goes-on', entryTones: true, announceCount: true, announceNames: false },
      })
  }
}
