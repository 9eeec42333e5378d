export type {
  Endpoint,
  EndpointProfile,
  EndpointStatistics,
  MediaEngine,
  MediaEvent,
  MediaSession,
  MediaSessionOptions,
  MediaSource,
} from './media-engine.ts'
