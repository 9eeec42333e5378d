/** What people are told of by mail. */
export const MAIL_KINDS = ['received', 'confirmed', 'provisioned', 'active', 'notice', 'refused', 'cancelled', 'terminated'] as const
export type MailKind = (typeof MAIL_KINDS)[number]
