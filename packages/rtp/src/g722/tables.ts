/** Tables of ITU-T G.722 (09/2012), clauses 5 and 6. Names are the recommendation's. */

/** Table 11: coefficients of the quadrature mirror filters, one half; the other mirrors it. */
export const QMF = Int32Array.of(3, -11, 12, 32, -210, 951, 3876, -805, 362, -156, 53, -11)

/** Table 14, Q6: decision levels of the 6-bit quantizer of the lower band, in units of the scale factor. */
export const Q6 = Int32Array.of(
  0,
  35,
  72,
  110,
  150,
  190,
  233,
  276,
  323,
  370,
  422,
  473,
  530,
  587,
  650,
  714,
  786,
  858,
  940,
  1023,
  1121,
  1219,
  1339,
  1458,
  1612,
  1765,
  1980,
  2195,
  2557,
  2919,
)
/** Code for a difference of each decision interval: negative (ILN) and positive (ILP). */
export const ILN = Int32Array.of(0, 63, 62, ...countDown(31, 4))
export const ILP = Int32Array.of(0, ...countDown(61, 32))

/** QQ4 by 4-bit code: what the predictor of the lower band learns from. */
export const QM4 = Int32Array.of(0, -20_456, -12_896, -8968, -6288, -4240, -2584, -1200, 20_456, 12_896, 8968, 6288, 4240, 2584, 1200, 0)

/** QQ6 by 6-bit code: what is heard of the lower band in mode 1 (64 kbit/s). */
export const QM6 = Int32Array.of(
  -136,
  -136,
  -136,
  -136,
  -24_808,
  -21_904,
  -19_008,
  -16_704,
  -14_984,
  -13_512,
  -12_280,
  -11_192,
  -10_232,
  -9360,
  -8576,
  -7856,
  -7192,
  -6576,
  -6000,
  -5456,
  -4944,
  -4464,
  -4008,
  -3576,
  -3168,
  -2776,
  -2400,
  -2032,
  -1688,
  -1360,
  -1040,
  -728,
  24_808,
  21_904,
  19_008,
  16_704,
  14_984,
  13_512,
  12_280,
  11_192,
  10_232,
  9360,
  8576,
  7856,
  7192,
  6576,
  6000,
  5456,
  4944,
  4464,
  4008,
  3576,
  3168,
  2776,
  2400,
  2032,
  1688,
  1360,
  1040,
  728,
  432,
  136,
  -432,
  -136,
)

/** Higher band: QQ2 by 2-bit code; one decision level; codes for small and large differences. */
export const QM2 = Int32Array.of(-7408, -1616, 7408, 1616)
export const Q2 = 564
export const IHN = Int32Array.of(0, 1, 0)
export const IHP = Int32Array.of(0, 3, 2)

/** WL and WH by code: how the logarithm of the scale factor moves. */
export const WL = Int32Array.of(-60, 3042, 1198, 538, 334, 172, 58, -30, 3042, 1198, 538, 334, 172, 58, -30, -60)
export const WH = Int32Array.of(798, -214, 798, -214)

/** ILB: powers of two by 32nds, times 2048. */
export const ILB = Int32Array.from({ length: 32 }, (_, at) => Math.trunc(2048 * 2 ** (at / 32) + 0.5))

function countDown(from: number, to: number): number[] {
  return Array.from({ length: from - to + 1 }, (_, at) => from - at)
}
