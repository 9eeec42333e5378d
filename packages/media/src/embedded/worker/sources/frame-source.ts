/** Sound that is made here, 20 ms at a time. */
export interface FrameSource {
  /** Fills the frame with what comes next: 160 samples at 8 kHz, 320 at 16 kHz. False when it is over; the frame is silence then. */
  next(frame: Int16Array): boolean
}

export const FRAME_MS = 20
/** Frames of 20 ms in a second. */
export const FRAMES_PER_SECOND = 1000 / FRAME_MS
