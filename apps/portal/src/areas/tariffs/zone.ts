import type { Entry } from '../../api/operation.ts'

/** A zone as the API shows it, of a version or of a draft. */
export type Zone = Entry<'GET /tariff-drafts/{draftId}/zones'>
export type Price = Zone['prices'][number]

/** Which tariff is looked at. */
export type Source = { readonly versionId: string } | { readonly draftId: string }
