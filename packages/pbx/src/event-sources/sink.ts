import type { ApiEvent } from '@klinke/platform'

/** Where features tell what clients of the API follow. */
export interface EventSink {
  tell(event: ApiEvent): void
  /** Something was missed: clients look at the whole again. */
  lost(): void
}

/** Nobody listens. */
export const NO_SINK: EventSink = { tell: () => undefined, lost: () => undefined }
