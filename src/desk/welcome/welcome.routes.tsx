import { get } from '#platform/http/route.ts'
import { WelcomePage } from './welcome.view.tsx'

export const welcomeRoutes = [get('/', { may: 'everyone', cache: (town) => [`${town}:report`], show: () => <WelcomePage /> })]
