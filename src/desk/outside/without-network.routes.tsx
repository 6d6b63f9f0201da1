import { get } from '#platform/http/route.ts'
import { WITHOUT_NETWORK } from './paths.ts'
import { WithoutNetworkPage } from './without-network.view.tsx'

export const withoutNetworkRoutes = [
  get(WITHOUT_NETWORK, {
    may: 'everyone',
    audience: 'internal',
    summary: 'The tour that this device took along; the page is the same for everybody',
    show: () => <WithoutNetworkPage />,
  }),
]
