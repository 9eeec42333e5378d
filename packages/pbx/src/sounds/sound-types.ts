/** What browsers and programs call the sound files that are uploaded; what a file really is, its octets tell. */
export const SOUND_TYPES = ['audio/wav', 'audio/x-wav', 'audio/wave', 'audio/mpeg', 'audio/mp3', 'application/octet-stream']
