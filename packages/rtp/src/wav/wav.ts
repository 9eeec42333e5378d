/**
 * WAV files of 16-bit linear PCM (Microsoft/IBM "Multimedia Programming Interface and Data Specifications 1.0", RIFF WAVE, 1991), as far as
 * telephony needs them: one or two channels, little-endian. Pure: octets in and out; files are the caller's.
 *
 * ```
 * 0    "RIFF" | octets that follow | "WAVE"
 * 12   "fmt " | 16 | format 1 | channels | samples/s | octets/s | octets/frame | bits
 * 36   "data" | octets that follow | samples …
 * ```
 */
export interface WavFormat {
  readonly sampleRateHz: number
  readonly channels: 1 | 2
}

/** Where the samples lie. */
export interface WavHeader extends WavFormat {
  /** Octets before the first sample. */
  readonly dataOffset: number
  /** Octets of samples: what the header says, cut to what the file has. Whole frames only. */
  readonly dataOctets: number
}

/** Why a file cannot be read as sound. */
export type WavError =
  | { readonly kind: 'not-wav' }
  /** Something else than 16-bit linear PCM with one or two channels. `format` is the format tag: 1 PCM, 3 float, 6 A-law … */
  | {
      readonly kind: 'unsupported'
      readonly format: number
      readonly bits: number
      readonly channels: number
      readonly sampleRateHz: number
    }
  /** The header's end lies beyond the octets given, or a part of it is missing. */
  | { readonly kind: 'cut-off' }

/** Length of the header that `buildWavHeader` makes. */
export const WAV_HEADER_OCTETS = 44
/** So much of a file's beginning is enough for any header that is not crowded with other chunks. */
export const WAV_HEADER_READ_OCTETS = 4096
export const WAV_SAMPLE_OCTETS = 2
/** Says "to the end of the file", for a file that is still being written. */
export const WAV_LENGTH_UNKNOWN = 0xffff_ffff
export const WAV_FORMAT_PCM = 1
/** The real format tag stands in the first two octets of the sub-format's GUID. */
export const WAV_FORMAT_EXTENSIBLE = 0xfffe
