import type { Case } from '../../cases/index.ts'
import type { Resting } from './incident.rules.ts'

export const restingOf = ({ id, incidentId, stage, closedAt, published }: Case): Resting => ({
  id,
  incidentId,
  open: closedAt === undefined && stage !== 'draft',
  ended: stage === 'ended' || stage === 'draft',
  published,
})
