import type { Admission, Verdict } from '../admission/admission.ts'

const NOTHING_DECIDED = { extensions: 0, carriers: 0, trunks: 0, anonymous: 0, challenged: 0, rejected: 0, dropped: 0, wrongCredentials: 0 }

/** An admission that takes everybody for the same sender, or whom `verdict` says at the time. */
export function admits(verdict: Verdict | (() => Verdict)): Admission {
  return { decide: () => (typeof verdict === 'function' ? verdict() : verdict), statistics: () => NOTHING_DECIDED }
}
