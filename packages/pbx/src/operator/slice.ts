import type { Slice } from '../slices/slice.ts'
import { operatorFeature } from './codes.ts'
import { operatorFlow } from './operator-call.ts'
import { operatorRoutes } from './routes.ts'
import { type OperatorPosition, operatorProblems } from './rules.ts'
import { loadOperators, switchOperator } from './store.ts'

/** The operator position, where a tenant's head number leads (CALL-09). */
export const operator: Slice<OperatorPosition | null> = {
  area: 'routing',
  snapshot: { empty: null, tables: ['operator_position'], load: loadOperators },
  problems: operatorProblems,
  open: ({ database, directory, clock }) => {
    const flow = operatorFlow()
    return {
      destinations: { operator: flow, targets: { operator: (call, _id, context) => flow(call, context) } },
      features: [
        operatorFeature((tenantId, next, extension) =>
          database.withTenant(tenantId, (tx) => switchOperator(tx, tenantId, next, extension)),
        ),
      ],
      routes: operatorRoutes({ database, directory, clock }),
    }
  },
}
