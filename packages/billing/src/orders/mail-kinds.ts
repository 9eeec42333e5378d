/** What people are told of by mail. `stopped` goes to the operator: a site has moved, and its numbers could not change. */
export const MAIL_KINDS = [
  ...(['received', 'confirmed', 'provisioned', 'active', 'notice', 'refused', 'cancelled', 'terminated', 'stopped'] as const),
] as const
export type MailKind = (typeof MAIL_KINDS)[number]
