import type { BlockOf } from '../blocks.ts'
import { ask, askAgain } from './asking.ts'
import { lead } from './leading.ts'
import { type Look, unexpected, type WaitingBlock } from './machine.ts'

type PinBlock = BlockOf<'number-pin'> | BlockOf<'dated-pin'>

/** Both kinds of IVR-03. The PIN itself is never noted. */
export const pinBlock: WaitingBlock<PinBlock> = {
  enter: (block) => ask(block, keysOf(block), 1),
  resume: (block, input, look) => {
    if (input.kind !== 'keys') return unexpected(block, input)
    const asked = look.state.asked
    if (input.digits === '') return askAgain(block, keysOf(block), asked, block.otherwise, { kind: 'nothing-pressed' })
    const entry = block.entries.find(({ pin }) => pin === input.digits)
    if (entry === undefined) return askAgain(block, keysOf(block), asked, block.otherwise, { kind: 'pin', found: 'wrong' })
    if ('validUntil' in entry && today(look) > entry.validUntil) {
      return askAgain(block, keysOf(block), asked, block.otherwise, { kind: 'pin', found: 'expired' })
    }
    const led = lead(entry.to, look)
    return { ...led, what: [{ kind: 'pin', found: 'right' }, ...led.what] }
  },
}

/** As many keys as the longest PIN has; a shorter one is ended by `#` or a pause. */
function keysOf({ entries }: PinBlock) {
  return { maxDigits: Math.max(...entries.map(({ pin }) => pin.length)), terminator: '#' } as const
}

function today({ world, nowMs }: Look): string {
  return Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(world.timeZone).toPlainDate().toString()
}
