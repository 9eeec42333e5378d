// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface PrepaidOperations {
  /** Get the prepaid credit with its movements, the newest first */
  readonly 'GET /prepaid-account': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      /** false: the customer pays by invoice */
      readonly prepaid: boolean
      readonly balance: {
        readonly amount: string
        readonly currency: string
      }
      /** What calls that run hold of it now; what they do not use is free again */
      readonly held: {
        readonly amount: string
        readonly currency: string
      }
      /** Below this balance the customer is told by mail, once; 0: never */
      readonly warnBelow: {
        readonly amount: string
        readonly currency: string
      }
      /** The customer has set it; false: it is the product’s */
      readonly isOwnWarning: boolean
      /** null: the credit covers what is owed */
      readonly owing: {
        /** What is owed beyond the credit */
        readonly amount: {
          readonly amount: string
          readonly currency: string
        }
        readonly since: string
        /** From then on calls out are locked until it is paid (FRD-03), but for 110 and 112; null: they are not */
        readonly lockedFrom: string | null
      } | null
      readonly endedOn: string | null
      /** Until then what is left can be asked back; null: the contract goes on */
      readonly refundableUntil: string | null
      readonly movements: readonly ({
        readonly id: string
        readonly kind: "top-up" | "call" | "call-corrected" | "month" | "month-credit" | "fee" | "refund"
        readonly amount: {
          readonly amount: string
          readonly currency: string
        }
        readonly by: string
        readonly movedAt: string
      })[]
    }
  }
  /** Have a customer pay before calling */
  readonly 'PUT /prepaid-account': {
    readonly query?: { readonly tenantId?: string }
    readonly answer: {
      /** false: the customer pays by invoice */
      readonly prepaid: boolean
      readonly balance: {
        readonly amount: string
        readonly currency: string
      }
      /** What calls that run hold of it now; what they do not use is free again */
      readonly held: {
        readonly amount: string
        readonly currency: string
      }
      /** Below this balance the customer is told by mail, once; 0: never */
      readonly warnBelow: {
        readonly amount: string
        readonly currency: string
      }
      /** The customer has set it; false: it is the product’s */
      readonly isOwnWarning: boolean
      /** null: the credit covers what is owed */
      readonly owing: {
        /** What is owed beyond the credit */
        readonly amount: {
          readonly amount: string
          readonly currency: string
        }
        readonly since: string
        /** From then on calls out are locked until it is paid (FRD-03), but for 110 and 112; null: they are not */
        readonly lockedFrom: string | null
      } | null
      readonly endedOn: string | null
      /** Until then what is left can be asked back; null: the contract goes on */
      readonly refundableUntil: string | null
      readonly movements: readonly ({
        readonly id: string
        readonly kind: "top-up" | "call" | "call-corrected" | "month" | "month-credit" | "fee" | "refund"
        readonly amount: {
          readonly amount: string
          readonly currency: string
        }
        readonly by: string
        readonly movedAt: string
      })[]
    }
  }
  /** Note what a customer has paid in otherwise than by card */
  readonly 'POST /prepaid-account/payments': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      /** In whole cents, above zero */
      readonly amount: {
        readonly amount: string
        readonly currency: string
      }
      /** What it comes from, such as the day of the transfer: noted once */
      readonly note: string
    }
    readonly answer: {
      /** false: the customer pays by invoice */
      readonly prepaid: boolean
      readonly balance: {
        readonly amount: string
        readonly currency: string
      }
      /** What calls that run hold of it now; what they do not use is free again */
      readonly held: {
        readonly amount: string
        readonly currency: string
      }
      /** Below this balance the customer is told by mail, once; 0: never */
      readonly warnBelow: {
        readonly amount: string
        readonly currency: string
      }
      /** The customer has set it; false: it is the product’s */
      readonly isOwnWarning: boolean
      /** null: the credit covers what is owed */
      readonly owing: {
        /** What is owed beyond the credit */
        readonly amount: {
          readonly amount: string
          readonly currency: string
        }
        readonly since: string
        /** From then on calls out are locked until it is paid (FRD-03), but for 110 and 112; null: they are not */
        readonly lockedFrom: string | null
      } | null
      readonly endedOn: string | null
      /** Until then what is left can be asked back; null: the contract goes on */
      readonly refundableUntil: string | null
      readonly movements: readonly ({
        readonly id: string
        readonly kind: "top-up" | "call" | "call-corrected" | "month" | "month-credit" | "fee" | "refund"
        readonly amount: {
          readonly amount: string
          readonly currency: string
        }
        readonly by: string
        readonly movedAt: string
      })[]
    }
  }
  /** End the contract: months that were paid and are not used are credited */
  readonly 'POST /prepaid-account/end': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      /** Last day of the contract */
      readonly endsOn: string
      /** Months that were paid before: the days after the end are credited */
      readonly paidMonths?: readonly ({
        readonly amount: {
          readonly amount: string
          readonly currency: string
        }
        readonly from: string
        readonly until: string
      })[]
    }
    readonly answer: {
      /** false: the customer pays by invoice */
      readonly prepaid: boolean
      readonly balance: {
        readonly amount: string
        readonly currency: string
      }
      /** What calls that run hold of it now; what they do not use is free again */
      readonly held: {
        readonly amount: string
        readonly currency: string
      }
      /** Below this balance the customer is told by mail, once; 0: never */
      readonly warnBelow: {
        readonly amount: string
        readonly currency: string
      }
      /** The customer has set it; false: it is the product’s */
      readonly isOwnWarning: boolean
      /** null: the credit covers what is owed */
      readonly owing: {
        /** What is owed beyond the credit */
        readonly amount: {
          readonly amount: string
          readonly currency: string
        }
        readonly since: string
        /** From then on calls out are locked until it is paid (FRD-03), but for 110 and 112; null: they are not */
        readonly lockedFrom: string | null
      } | null
      readonly endedOn: string | null
      /** Until then what is left can be asked back; null: the contract goes on */
      readonly refundableUntil: string | null
      readonly movements: readonly ({
        readonly id: string
        readonly kind: "top-up" | "call" | "call-corrected" | "month" | "month-credit" | "fee" | "refund"
        readonly amount: {
          readonly amount: string
          readonly currency: string
        }
        readonly by: string
        readonly movedAt: string
      })[]
    }
  }
  /** Ask back what is left after the end of the contract, within the months that the product says */
  readonly 'POST /prepaid-account/refund': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
    }
    readonly answer: {
      /** false: the customer pays by invoice */
      readonly prepaid: boolean
      readonly balance: {
        readonly amount: string
        readonly currency: string
      }
      /** What calls that run hold of it now; what they do not use is free again */
      readonly held: {
        readonly amount: string
        readonly currency: string
      }
      /** Below this balance the customer is told by mail, once; 0: never */
      readonly warnBelow: {
        readonly amount: string
        readonly currency: string
      }
      /** The customer has set it; false: it is the product’s */
      readonly isOwnWarning: boolean
      /** null: the credit covers what is owed */
      readonly owing: {
        /** What is owed beyond the credit */
        readonly amount: {
          readonly amount: string
          readonly currency: string
        }
        readonly since: string
        /** From then on calls out are locked until it is paid (FRD-03), but for 110 and 112; null: they are not */
        readonly lockedFrom: string | null
      } | null
      readonly endedOn: string | null
      /** Until then what is left can be asked back; null: the contract goes on */
      readonly refundableUntil: string | null
      readonly movements: readonly ({
        readonly id: string
        readonly kind: "top-up" | "call" | "call-corrected" | "month" | "month-credit" | "fee" | "refund"
        readonly amount: {
          readonly amount: string
          readonly currency: string
        }
        readonly by: string
        readonly movedAt: string
      })[]
    }
  }
  /** Begin a top-up by card */
  readonly 'POST /prepaid-top-ups': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      /** In whole cents, above zero */
      readonly amount: {
        readonly amount: string
        readonly currency: string
      }
    }
    readonly answer: {
      readonly id: string
      readonly amount: {
        readonly amount: string
        readonly currency: string
      }
      readonly state: "pending" | "paid" | "declined"
      /** Where the card is entered */
      readonly payAt: string
    }
  }
  /** Look what has become of a top-up: what was paid is credited */
  readonly 'POST /prepaid-top-ups/{topUpId}/look': {
    readonly path: { readonly topUpId: string }
    readonly answer: {
      readonly id: string
      readonly amount: {
        readonly amount: string
        readonly currency: string
      }
      readonly state: "pending" | "paid" | "declined"
    }
  }
  /** Say below which balance a mail is sent */
  readonly 'PUT /prepaid-account/warning': {
    readonly body: {
      /** Required with an operator key */
      readonly tenantId?: string
      /** In whole cents; 0: no mail; null: as the product says */
      readonly warnBelow: {
        readonly amount: string
        readonly currency: string
      } | null
    }
    readonly answer: {
      /** false: the customer pays by invoice */
      readonly prepaid: boolean
      readonly balance: {
        readonly amount: string
        readonly currency: string
      }
      /** What calls that run hold of it now; what they do not use is free again */
      readonly held: {
        readonly amount: string
        readonly currency: string
      }
      /** Below this balance the customer is told by mail, once; 0: never */
      readonly warnBelow: {
        readonly amount: string
        readonly currency: string
      }
      /** The customer has set it; false: it is the product’s */
      readonly isOwnWarning: boolean
      /** null: the credit covers what is owed */
      readonly owing: {
        /** What is owed beyond the credit */
        readonly amount: {
          readonly amount: string
          readonly currency: string
        }
        readonly since: string
        /** From then on calls out are locked until it is paid (FRD-03), but for 110 and 112; null: they are not */
        readonly lockedFrom: string | null
      } | null
      readonly endedOn: string | null
      /** Until then what is left can be asked back; null: the contract goes on */
      readonly refundableUntil: string | null
      readonly movements: readonly ({
        readonly id: string
        readonly kind: "top-up" | "call" | "call-corrected" | "month" | "month-credit" | "fee" | "refund"
        readonly amount: {
          readonly amount: string
          readonly currency: string
        }
        readonly by: string
        readonly movedAt: string
      })[]
    }
  }
}
