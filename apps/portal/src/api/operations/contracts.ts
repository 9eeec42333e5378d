// Written by `npm run portal:api` from the OpenAPI document of the server. Change the server, then run it again.

export interface ContractsOperations {
  /** List contracts */
  readonly 'GET /contracts': {
    readonly query?: { readonly limit?: number; readonly cursor?: string; readonly tenantId?: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly tenantId: string
        readonly profile: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
        readonly currency: string
        readonly begins: string
        readonly term: {
          readonly from: string
          readonly months: number
          /** Of the term, or of the renewal that runs */
          readonly ends: string
        } | null
        readonly cancellation: {
          readonly eventId: string
          readonly until: string
          readonly reason: string | null
        } | null
        /** When the whole contract can end if notice arrives today */
        readonly earliestEnd: {
          /** Last day */
          readonly until: string
          /** Notice for that day must have arrived by then */
          readonly noticeBy: string
          /** Where the rule stands */
          readonly layer: {
            readonly de: string
            readonly en: string
          }
        }
        readonly items: readonly ({
          readonly id: string
          /** Of the product profile */
          readonly item: string
          readonly title: {
            readonly de: string
            readonly en: string
          }
          readonly siteId: string | null
          /** The single thing that it is for, such as an extension */
          readonly subject: string | null
          /** Today; of a contract that has not begun on its first day */
          readonly quantity: number
          /** How many from which day on; 0: ended */
          readonly quantities: readonly ({
            readonly from: string
            readonly quantity: number
          })[]
          /** "use": the quantity is what was ordered, and charged is what was there */
          readonly quantityFrom: "contract" | "use"
          /** Of one unit and month, net */
          readonly price: {
            readonly amount: string
            readonly currency: string
          } | null
          /** Booked for all of these, with their quantity */
          readonly follows: {
            readonly de: string
            readonly en: string
          } | null
          /** When fewer are possible if notice arrives today; null: there are none */
          readonly earliestEnd: {
            /** Last day */
            readonly until: string
            /** Notice for that day must have arrived by then */
            readonly noticeBy: string
            /** Where the rule stands */
            readonly layer: {
              readonly de: string
              readonly en: string
            }
          } | null
        })[]
        /** Changes of prices that are still to come */
        readonly newPrices: readonly ({
          readonly from: string
          readonly versionId: string
        })[]
      })[]
      /** Pass as `cursor` for the next page; null on the last one */
      readonly nextCursor: string | null
    }
  }
  /** Make a contract with a customer */
  readonly 'POST /contracts': {
    readonly body: {
      readonly tenantId?: string
      /** Name of the profile */
      readonly profileId: string
      readonly begins: string
      /** One of those that the profile sells; absent: its usual one; null: none */
      readonly termMonths?: number | null
      readonly items: readonly ({
        /** Of the product profile */
        readonly item: string
        readonly quantity: number
        readonly siteId?: string | null
        readonly subject?: string
      })[]
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly profile: string
      readonly title: {
        readonly de: string
        readonly en: string
      }
      readonly currency: string
      readonly begins: string
      readonly term: {
        readonly from: string
        readonly months: number
        /** Of the term, or of the renewal that runs */
        readonly ends: string
      } | null
      readonly cancellation: {
        readonly eventId: string
        readonly until: string
        readonly reason: string | null
      } | null
      /** When the whole contract can end if notice arrives today */
      readonly earliestEnd: {
        /** Last day */
        readonly until: string
        /** Notice for that day must have arrived by then */
        readonly noticeBy: string
        /** Where the rule stands */
        readonly layer: {
          readonly de: string
          readonly en: string
        }
      }
      readonly items: readonly ({
        readonly id: string
        /** Of the product profile */
        readonly item: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
        readonly siteId: string | null
        /** The single thing that it is for, such as an extension */
        readonly subject: string | null
        /** Today; of a contract that has not begun on its first day */
        readonly quantity: number
        /** How many from which day on; 0: ended */
        readonly quantities: readonly ({
          readonly from: string
          readonly quantity: number
        })[]
        /** "use": the quantity is what was ordered, and charged is what was there */
        readonly quantityFrom: "contract" | "use"
        /** Of one unit and month, net */
        readonly price: {
          readonly amount: string
          readonly currency: string
        } | null
        /** Booked for all of these, with their quantity */
        readonly follows: {
          readonly de: string
          readonly en: string
        } | null
        /** When fewer are possible if notice arrives today; null: there are none */
        readonly earliestEnd: {
          /** Last day */
          readonly until: string
          /** Notice for that day must have arrived by then */
          readonly noticeBy: string
          /** Where the rule stands */
          readonly layer: {
            readonly de: string
            readonly en: string
          }
        } | null
      })[]
      /** Changes of prices that are still to come */
      readonly newPrices: readonly ({
        readonly from: string
        readonly versionId: string
      })[]
    }
  }
  /** Get a contract with its items and earliest dates */
  readonly 'GET /contracts/{contractId}': {
    readonly path: { readonly contractId: string }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly profile: string
      readonly title: {
        readonly de: string
        readonly en: string
      }
      readonly currency: string
      readonly begins: string
      readonly term: {
        readonly from: string
        readonly months: number
        /** Of the term, or of the renewal that runs */
        readonly ends: string
      } | null
      readonly cancellation: {
        readonly eventId: string
        readonly until: string
        readonly reason: string | null
      } | null
      /** When the whole contract can end if notice arrives today */
      readonly earliestEnd: {
        /** Last day */
        readonly until: string
        /** Notice for that day must have arrived by then */
        readonly noticeBy: string
        /** Where the rule stands */
        readonly layer: {
          readonly de: string
          readonly en: string
        }
      }
      readonly items: readonly ({
        readonly id: string
        /** Of the product profile */
        readonly item: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
        readonly siteId: string | null
        /** The single thing that it is for, such as an extension */
        readonly subject: string | null
        /** Today; of a contract that has not begun on its first day */
        readonly quantity: number
        /** How many from which day on; 0: ended */
        readonly quantities: readonly ({
          readonly from: string
          readonly quantity: number
        })[]
        /** "use": the quantity is what was ordered, and charged is what was there */
        readonly quantityFrom: "contract" | "use"
        /** Of one unit and month, net */
        readonly price: {
          readonly amount: string
          readonly currency: string
        } | null
        /** Booked for all of these, with their quantity */
        readonly follows: {
          readonly de: string
          readonly en: string
        } | null
        /** When fewer are possible if notice arrives today; null: there are none */
        readonly earliestEnd: {
          /** Last day */
          readonly until: string
          /** Notice for that day must have arrived by then */
          readonly noticeBy: string
          /** Where the rule stands */
          readonly layer: {
            readonly de: string
            readonly en: string
          }
        } | null
      })[]
      /** Changes of prices that are still to come */
      readonly newPrices: readonly ({
        readonly from: string
        readonly versionId: string
      })[]
    }
  }
  /** List what happened to a contract, the newest first */
  readonly 'GET /contracts/{contractId}/events': {
    readonly path: { readonly contractId: string }
    readonly answer: {
      readonly items: readonly ({
        readonly id: string
        readonly kind: string
        readonly text: {
          readonly de: string
          readonly en: string
        }
        readonly recordedAt: string
        readonly recordedBy: string
      })[]
    }
  }
  /** Tell what a contract would be after a change */
  readonly 'POST /contracts/{contractId}/changes/preview': {
    readonly path: { readonly contractId: string }
    readonly body: {
      readonly from: string
      readonly items: readonly ({
        readonly itemId: string
        readonly quantity: number
      } | {
        /** Of the product profile */
        readonly item: string
        readonly quantity: number
        readonly siteId?: string | null
        readonly subject?: string
      })[]
      /** Why it may be earlier than the terms say */
      readonly reason?: string
    }
    readonly answer: {
      readonly effects: readonly ({
        readonly de: string
        readonly en: string
      })[]
      readonly contract: {
        readonly id: string
        readonly tenantId: string
        readonly profile: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
        readonly currency: string
        readonly begins: string
        readonly term: {
          readonly from: string
          readonly months: number
          /** Of the term, or of the renewal that runs */
          readonly ends: string
        } | null
        readonly cancellation: {
          readonly eventId: string
          readonly until: string
          readonly reason: string | null
        } | null
        /** When the whole contract can end if notice arrives today */
        readonly earliestEnd: {
          /** Last day */
          readonly until: string
          /** Notice for that day must have arrived by then */
          readonly noticeBy: string
          /** Where the rule stands */
          readonly layer: {
            readonly de: string
            readonly en: string
          }
        }
        readonly items: readonly ({
          readonly id: string
          /** Of the product profile */
          readonly item: string
          readonly title: {
            readonly de: string
            readonly en: string
          }
          readonly siteId: string | null
          /** The single thing that it is for, such as an extension */
          readonly subject: string | null
          /** Today; of a contract that has not begun on its first day */
          readonly quantity: number
          /** How many from which day on; 0: ended */
          readonly quantities: readonly ({
            readonly from: string
            readonly quantity: number
          })[]
          /** "use": the quantity is what was ordered, and charged is what was there */
          readonly quantityFrom: "contract" | "use"
          /** Of one unit and month, net */
          readonly price: {
            readonly amount: string
            readonly currency: string
          } | null
          /** Booked for all of these, with their quantity */
          readonly follows: {
            readonly de: string
            readonly en: string
          } | null
          /** When fewer are possible if notice arrives today; null: there are none */
          readonly earliestEnd: {
            /** Last day */
            readonly until: string
            /** Notice for that day must have arrived by then */
            readonly noticeBy: string
            /** Where the rule stands */
            readonly layer: {
              readonly de: string
              readonly en: string
            }
          } | null
        })[]
        /** Changes of prices that are still to come */
        readonly newPrices: readonly ({
          readonly from: string
          readonly versionId: string
        })[]
      }
    }
  }
  /** Change the quantities of a contract from a day on */
  readonly 'POST /contracts/{contractId}/changes': {
    readonly path: { readonly contractId: string }
    readonly body: {
      readonly from: string
      readonly items: readonly ({
        readonly itemId: string
        readonly quantity: number
      } | {
        /** Of the product profile */
        readonly item: string
        readonly quantity: number
        readonly siteId?: string | null
        readonly subject?: string
      })[]
      /** Why it may be earlier than the terms say */
      readonly reason?: string
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly profile: string
      readonly title: {
        readonly de: string
        readonly en: string
      }
      readonly currency: string
      readonly begins: string
      readonly term: {
        readonly from: string
        readonly months: number
        /** Of the term, or of the renewal that runs */
        readonly ends: string
      } | null
      readonly cancellation: {
        readonly eventId: string
        readonly until: string
        readonly reason: string | null
      } | null
      /** When the whole contract can end if notice arrives today */
      readonly earliestEnd: {
        /** Last day */
        readonly until: string
        /** Notice for that day must have arrived by then */
        readonly noticeBy: string
        /** Where the rule stands */
        readonly layer: {
          readonly de: string
          readonly en: string
        }
      }
      readonly items: readonly ({
        readonly id: string
        /** Of the product profile */
        readonly item: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
        readonly siteId: string | null
        /** The single thing that it is for, such as an extension */
        readonly subject: string | null
        /** Today; of a contract that has not begun on its first day */
        readonly quantity: number
        /** How many from which day on; 0: ended */
        readonly quantities: readonly ({
          readonly from: string
          readonly quantity: number
        })[]
        /** "use": the quantity is what was ordered, and charged is what was there */
        readonly quantityFrom: "contract" | "use"
        /** Of one unit and month, net */
        readonly price: {
          readonly amount: string
          readonly currency: string
        } | null
        /** Booked for all of these, with their quantity */
        readonly follows: {
          readonly de: string
          readonly en: string
        } | null
        /** When fewer are possible if notice arrives today; null: there are none */
        readonly earliestEnd: {
          /** Last day */
          readonly until: string
          /** Notice for that day must have arrived by then */
          readonly noticeBy: string
          /** Where the rule stands */
          readonly layer: {
            readonly de: string
            readonly en: string
          }
        } | null
      })[]
      /** Changes of prices that are still to come */
      readonly newPrices: readonly ({
        readonly from: string
        readonly versionId: string
      })[]
    }
  }
  /** Charge something once */
  readonly 'POST /contracts/{contractId}/one-offs': {
    readonly path: { readonly contractId: string }
    readonly body: {
      /** Of the product profile */
      readonly item: string
      readonly quantity?: number
      /** Absent: today */
      readonly on?: string
      readonly siteId?: string | null
      /** What it was, on the invoice */
      readonly note?: string
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly profile: string
      readonly title: {
        readonly de: string
        readonly en: string
      }
      readonly currency: string
      readonly begins: string
      readonly term: {
        readonly from: string
        readonly months: number
        /** Of the term, or of the renewal that runs */
        readonly ends: string
      } | null
      readonly cancellation: {
        readonly eventId: string
        readonly until: string
        readonly reason: string | null
      } | null
      /** When the whole contract can end if notice arrives today */
      readonly earliestEnd: {
        /** Last day */
        readonly until: string
        /** Notice for that day must have arrived by then */
        readonly noticeBy: string
        /** Where the rule stands */
        readonly layer: {
          readonly de: string
          readonly en: string
        }
      }
      readonly items: readonly ({
        readonly id: string
        /** Of the product profile */
        readonly item: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
        readonly siteId: string | null
        /** The single thing that it is for, such as an extension */
        readonly subject: string | null
        /** Today; of a contract that has not begun on its first day */
        readonly quantity: number
        /** How many from which day on; 0: ended */
        readonly quantities: readonly ({
          readonly from: string
          readonly quantity: number
        })[]
        /** "use": the quantity is what was ordered, and charged is what was there */
        readonly quantityFrom: "contract" | "use"
        /** Of one unit and month, net */
        readonly price: {
          readonly amount: string
          readonly currency: string
        } | null
        /** Booked for all of these, with their quantity */
        readonly follows: {
          readonly de: string
          readonly en: string
        } | null
        /** When fewer are possible if notice arrives today; null: there are none */
        readonly earliestEnd: {
          /** Last day */
          readonly until: string
          /** Notice for that day must have arrived by then */
          readonly noticeBy: string
          /** Where the rule stands */
          readonly layer: {
            readonly de: string
            readonly en: string
          }
        } | null
      })[]
      /** Changes of prices that are still to come */
      readonly newPrices: readonly ({
        readonly from: string
        readonly versionId: string
      })[]
    }
  }
  /** Give notice to a contract */
  readonly 'POST /contracts/{contractId}/cancellation': {
    readonly path: { readonly contractId: string }
    readonly body: {
      /** Last day; absent: the earliest possible */
      readonly until?: string
      /** Why it may be earlier than the terms say */
      readonly reason?: string
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly profile: string
      readonly title: {
        readonly de: string
        readonly en: string
      }
      readonly currency: string
      readonly begins: string
      readonly term: {
        readonly from: string
        readonly months: number
        /** Of the term, or of the renewal that runs */
        readonly ends: string
      } | null
      readonly cancellation: {
        readonly eventId: string
        readonly until: string
        readonly reason: string | null
      } | null
      /** When the whole contract can end if notice arrives today */
      readonly earliestEnd: {
        /** Last day */
        readonly until: string
        /** Notice for that day must have arrived by then */
        readonly noticeBy: string
        /** Where the rule stands */
        readonly layer: {
          readonly de: string
          readonly en: string
        }
      }
      readonly items: readonly ({
        readonly id: string
        /** Of the product profile */
        readonly item: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
        readonly siteId: string | null
        /** The single thing that it is for, such as an extension */
        readonly subject: string | null
        /** Today; of a contract that has not begun on its first day */
        readonly quantity: number
        /** How many from which day on; 0: ended */
        readonly quantities: readonly ({
          readonly from: string
          readonly quantity: number
        })[]
        /** "use": the quantity is what was ordered, and charged is what was there */
        readonly quantityFrom: "contract" | "use"
        /** Of one unit and month, net */
        readonly price: {
          readonly amount: string
          readonly currency: string
        } | null
        /** Booked for all of these, with their quantity */
        readonly follows: {
          readonly de: string
          readonly en: string
        } | null
        /** When fewer are possible if notice arrives today; null: there are none */
        readonly earliestEnd: {
          /** Last day */
          readonly until: string
          /** Notice for that day must have arrived by then */
          readonly noticeBy: string
          /** Where the rule stands */
          readonly layer: {
            readonly de: string
            readonly en: string
          }
        } | null
      })[]
      /** Changes of prices that are still to come */
      readonly newPrices: readonly ({
        readonly from: string
        readonly versionId: string
      })[]
    }
  }
  /** Withdraw a notice, a planned change or a one-off charge */
  readonly 'POST /contracts/{contractId}/withdrawals': {
    readonly path: { readonly contractId: string }
    readonly body: {
      /** Of the notice, of a planned change, or of what was charged once in a month that runs */
      readonly eventId: string
    }
    readonly answer: {
      readonly id: string
      readonly tenantId: string
      readonly profile: string
      readonly title: {
        readonly de: string
        readonly en: string
      }
      readonly currency: string
      readonly begins: string
      readonly term: {
        readonly from: string
        readonly months: number
        /** Of the term, or of the renewal that runs */
        readonly ends: string
      } | null
      readonly cancellation: {
        readonly eventId: string
        readonly until: string
        readonly reason: string | null
      } | null
      /** When the whole contract can end if notice arrives today */
      readonly earliestEnd: {
        /** Last day */
        readonly until: string
        /** Notice for that day must have arrived by then */
        readonly noticeBy: string
        /** Where the rule stands */
        readonly layer: {
          readonly de: string
          readonly en: string
        }
      }
      readonly items: readonly ({
        readonly id: string
        /** Of the product profile */
        readonly item: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
        readonly siteId: string | null
        /** The single thing that it is for, such as an extension */
        readonly subject: string | null
        /** Today; of a contract that has not begun on its first day */
        readonly quantity: number
        /** How many from which day on; 0: ended */
        readonly quantities: readonly ({
          readonly from: string
          readonly quantity: number
        })[]
        /** "use": the quantity is what was ordered, and charged is what was there */
        readonly quantityFrom: "contract" | "use"
        /** Of one unit and month, net */
        readonly price: {
          readonly amount: string
          readonly currency: string
        } | null
        /** Booked for all of these, with their quantity */
        readonly follows: {
          readonly de: string
          readonly en: string
        } | null
        /** When fewer are possible if notice arrives today; null: there are none */
        readonly earliestEnd: {
          /** Last day */
          readonly until: string
          /** Notice for that day must have arrived by then */
          readonly noticeBy: string
          /** Where the rule stands */
          readonly layer: {
            readonly de: string
            readonly en: string
          }
        } | null
      })[]
      /** Changes of prices that are still to come */
      readonly newPrices: readonly ({
        readonly from: string
        readonly versionId: string
      })[]
    }
  }
  /** List what a contract costs on the invoice of a month, without calls */
  readonly 'GET /contracts/{contractId}/charges': {
    readonly path: { readonly contractId: string }
    readonly query: { readonly month: string }
    readonly answer: {
      readonly month: string
      readonly items: readonly ({
        readonly id: string
        readonly contractId: string
        readonly item: string
        readonly title: {
          readonly de: string
          readonly en: string
        }
        readonly kind: "recurring" | "set-up" | "one-off" | "correction"
        readonly siteId: string | null
        readonly from: string
        readonly until: string
        readonly quantity: number
        readonly unitPrice: {
          readonly amount: string
          readonly currency: string
        }
        /** Net */
        readonly amount: {
          readonly amount: string
          readonly currency: string
        }
        /** How it was counted */
        readonly counted: {
          readonly de: string
          readonly en: string
        }
      })[]
      /** Net, without calls */
      readonly total: {
        readonly amount: string
        readonly currency: string
      }
    }
  }
}
