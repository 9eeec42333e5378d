import { PlainError } from '@klinke/foundation'
import type { Outcome } from '../outcome.ts'

/** The call ended while a flow was at work: the reason with which the call's scope ends and its promises reject. */
export class CallOver extends PlainError {
  readonly outcome: Outcome

  constructor(outcome: Outcome) {
    super('call-over', `The call has ended: ${outcome.cause}.`)
    this.outcome = outcome
  }
}
