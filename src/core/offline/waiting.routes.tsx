import { get } from '#platform/http/route.ts'
import { offlinePages, WAITING_PATH } from './pages.ts'
import { WaitingPage } from './waiting.view.tsx'

export const waitingRoutes = [
  get(WAITING_PATH, {
    may: 'everyone',
    audience: 'public',
    summary: 'What was written on this device and is not sent yet',
    show: () => <WaitingPage pages={offlinePages()} />,
  }),
]
