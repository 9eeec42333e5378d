/** What one message may cost. A message over a limit is refused or dropped as a whole, never cut. */

/** One message, head and body: the largest UDP datagram. */
export const MAX_MESSAGE_BYTES = 65_535

/** Start line and header fields together. */
export const MAX_HEAD_BYTES = 32_768

/** One header field with all its continuation lines. */
export const MAX_FIELD_CHARACTERS = 8_192

/** Header fields of one message. */
export const MAX_HEADER_FIELDS = 256

/** Via values of one message: Max-Forwards starts at 70 (RFC 3261 §8.1.1.6), so an honest path is shorter. */
export const MAX_VIA_VALUES = 70

/** A body that a user agent server looks at: several session descriptions' worth. */
export const MAX_BODY_BYTES = 32_768
