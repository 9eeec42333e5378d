import type { z } from 'zod'
import type { StoredDocument } from './document-store.ts'
import type { documentView } from './rights-rules.ts'

export function viewOfDocument({ key: _key, rightId: _right, uploadedAt, ...document }: StoredDocument): z.infer<typeof documentView> {
  return { ...document, uploadedAt: uploadedAt.toISOString() }
}
