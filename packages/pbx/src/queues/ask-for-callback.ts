import { type Outcome, refused, talked } from '@klinke/calls'
import type { Callbacks } from './callbacks.ts'
import { spoken } from './sounds.ts'
import type { Waiting } from './waiting.ts'

/** Tells the caller so, who waits on. */
export async function refuseCallback({ call, place, queue, context }: Waiting): Promise<void> {
  call.note('callback-refused', place.caller.number)
  queue.line.engage(place, true)
  await call.play(spoken({ kind: 'callback-impossible' }, context))
  queue.line.engage(place, false)
  queue.changed()
}

/** Keeps the caller's place, says so and hangs up; an agent calls back when it is the turn of that place. */
export async function promiseCallback(waiting: Waiting, callbacks: Callbacks): Promise<Outcome> {
  const { call, place, context } = waiting
  if (!(await callbacks.promise(waiting))) return refused('error', 500)
  waiting.resting?.kept()
  waiting.visit.ends('callback')
  call.note('callback-promised', place.caller.number)
  await call.play(spoken({ kind: 'callback-promised' }, context))
  return call.state === 'answered' ? talked('hung-up-by-called') : { ...refused('no-answer', 480), isTold: true }
}
