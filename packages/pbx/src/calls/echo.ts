import type { Call, CallParty, Outcome } from '@klinke/calls'

/** Answers and sends back what it hears, so that a user can test a phone alone. */
export function echo(call: Call, as: CallParty): Promise<Outcome> {
  call.note('echo', as.number)
  return call.listenTo({ kind: 'echo' }, as)
}
