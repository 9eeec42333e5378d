/** How far a failed request in a dialog reaches (RFC 5057 §5.1). */
export type FailureEffect = 'transaction' | 'usage' | 'dialog'

const ENDS_DIALOG: ReadonlySet<number> = new Set([404, 410, 416, 482, 483, 484, 485, 502, 604])
const ENDS_USAGE: ReadonlySet<number> = new Set([408, 480, 481])
/** These speak of the method: they end the usage only when its own methods are no longer taken. */
const ENDS_USAGE_OF_METHOD: ReadonlySet<number> = new Set([405, 489, 501])

/**
 * What a final response to a request in the dialog ends.
 *
 * @param usageMethods the methods that make up the usage: INVITE and UPDATE for a call, SUBSCRIBE and NOTIFY for a subscription.
 */
export function failureEffect(status: number, method: string, usageMethods: readonly string[]): FailureEffect {
  if (ENDS_DIALOG.has(status)) return 'dialog'
  if (ENDS_USAGE.has(status)) return 'usage'
  return ENDS_USAGE_OF_METHOD.has(status) && usageMethods.includes(method) ? 'usage' : 'transaction'
}
