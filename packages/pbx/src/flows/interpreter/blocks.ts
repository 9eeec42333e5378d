import type { FlowBlock } from '../blocks.ts'
import { agentLoginBlock } from './agent-login-block.ts'
import { callerBlock, hoursBlock, setBlock } from './conditions.ts'
import { consentBlock } from './consent-block.ts'
import { destinationBlock, hangUpBlock } from './leading.ts'
import { lookupBlock } from './lookup-block.ts'
import type { FlowInput, Look, Move } from './machine.ts'
import { menuBlock } from './menu-block.ts'
import { dialByNameBlock } from './name-block.ts'
import { pinBlock } from './pin-block.ts'
import { announcementBlock } from './saying.ts'

/** A call comes to a block. */
export function enterBlock(block: FlowBlock, look: Look): Move {
  switch (block.kind) {
    case 'announcement':
      return announcementBlock.enter(block, look)
    case 'menu':
      return menuBlock.enter(block, look)
    case 'hours':
      return hoursBlock.enter(block, look)
    case 'destination':
      return destinationBlock.enter(block, look)
    case 'number-pin':
    case 'dated-pin':
      return pinBlock.enter(block, look)
    case 'dial-by-name':
      return dialByNameBlock.enter(block, look)
    case 'caller':
      return callerBlock.enter(block, look)
    case 'set':
      return setBlock.enter(block, look)
    case 'lookup':
      return lookupBlock.enter(block, look)
    case 'agent-login':
      return agentLoginBlock.enter(block, look)
    case 'consent':
      return consentBlock.enter(block, look)
    case 'hang-up':
      return hangUpBlock.enter(block, look)
  }
}

/** What a block waited for has come. */
export function resumeBlock(block: FlowBlock, input: FlowInput, look: Look): Move {
  switch (block.kind) {
    case 'announcement':
      return announcementBlock.resume(block, input, look)
    case 'menu':
      return menuBlock.resume(block, input, look)
    case 'destination':
      return destinationBlock.resume(block, input, look)
    case 'number-pin':
    case 'dated-pin':
      return pinBlock.resume(block, input, look)
    case 'dial-by-name':
      return dialByNameBlock.resume(block, input, look)
    case 'lookup':
      return lookupBlock.resume(block, input, look)
    case 'agent-login':
      return agentLoginBlock.resume(block, input, look)
    case 'consent':
      return consentBlock.resume(block, input, look)
    case 'hours':
    case 'caller':
    case 'set':
    case 'hang-up':
      throw new Error(`A block of kind ${block.kind} waits for nothing.`)
  }
}
