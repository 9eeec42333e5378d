import type { Extension } from '@klinke/accounts'
import type { Call, Outcome } from '@klinke/calls'
import type { Text } from '@klinke/platform'
import type { CallContext } from '../calls/context.ts'
import type { CallerChoice } from '../calls/outside-lines.ts'

/** A feature that users reach by a code on their keypad. */
export type Feature = DialledFeature | NumberFeature | CallerFeature | InCallFeature

interface FeatureCommon {
  /** Stable kebab-case name, such as `forward-always-on`. */
  readonly name: string
  readonly title: Text
  /** The product's codes, such as `*21`; a tenant may have others. */
  readonly codes: readonly string[]
}

/** Dialled like a number: does something, or leads the call somewhere. */
export interface DialledFeature extends FeatureCommon {
  readonly when: 'dialled'
  /** What follows the code: `*21` + `0301234567`, also as `*21*0301234567#`. */
  readonly argument: 'none' | 'optional' | 'required'
  /** `argument` are the digits after the code, `''` for none. */
  readonly run: (call: Call, argument: string, context: FeatureContext) => Promise<Outcome>
  /** Whether what the code switches is on: for the lamp of a key with that code. Absent, or `undefined` for that argument: there is nothing to show. */
  readonly lamp?: (argument: string, caller: CallerOfFeature) => boolean | undefined
  /** Also from a shared phone at which nobody is logged in. */
  readonly loggedOff?: boolean
}

/** Stands for a number, which is called as if it had been dialled: the last one, one of a list. */
export interface NumberFeature extends FeatureCommon {
  readonly when: 'for-number'
  readonly argument: 'none' | 'required'
  /** `undefined`: for none, and the call is refused. */
  readonly number: (argument: string, caller: CallerOfFeature) => string | undefined
}

/** Dialled before a number: changes how the caller is shown in this one call. */
export interface CallerFeature extends FeatureCommon {
  readonly when: 'before-number'
  /** Digits after the code that belong to it, before the number begins. */
  readonly digits: number
  /** `undefined`: the digits mean nothing here, and the call is refused. */
  readonly choose: (digits: string, caller: CallerOfFeature) => CallerChoice | undefined
  /** Asked in the call before it goes on to a number outside; false: it does not, and who calls has heard why. */
  readonly prove?: Proof
}

export type Proof = (call: Call, context: FeatureContext) => Promise<boolean>

/** Pressed during a call. What it does is call control's; here it has its name and code. */
export interface InCallFeature extends FeatureCommon {
  readonly when: 'in-call'
}

/** Who uses a code. */
export type CallerOfFeature = Pick<FeatureContext, 'tenant' | 'extension'>

export interface FeatureContext extends CallContext {
  /** The extension that dialled the code. */
  readonly extension: Extension
}
