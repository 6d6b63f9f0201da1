import { z } from 'zod'
import { get } from '#platform/http/route.ts'
import { listedWorkflows, READ_WORKFLOWS, shownWorkflow } from '#services/workflows/index.ts'
import { PATH } from './paths.ts'
import { WorkflowPage, WorkflowsPage } from './workflows.view.tsx'

const common = { may: READ_WORKFLOWS, audience: 'staff' as const }

export const workflowRoutes = [
  get(PATH, {
    ...common,
    summary: 'How applications go, and whether each workflow is sound today',
    show: async (ctx) => <WorkflowsPage workflows={await listedWorkflows(ctx)} />,
  }),
  get(`${PATH}/:key`, {
    ...common,
    summary: 'One workflow as a picture and in words',
    params: z.object({ key: z.string().max(60) }),
    query: z.object({ fassung: z.coerce.number().int().min(1).max(2_147_483_647).optional().catch(undefined) }),
    show: async (ctx, { params: { key }, query: { fassung } }) => {
      const shown = await shownWorkflow(ctx, key, fassung)
      return shown && <WorkflowPage shown={shown} />
    },
  }),
]
