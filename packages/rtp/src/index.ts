export type { Endpoint, EndpointProfile, EndpointStatistics, MediaEngine, MediaEvent, MediaSession, MediaSource } from './media-engine.ts'
