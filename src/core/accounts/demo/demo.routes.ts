import { z } from 'zod'
import { post } from '#platform/http/route.ts'
import { arrive } from '../sign-in/enter.ts'
import { signInToDemo } from './demo.verbs.ts'

/** Registered in the demo alone (module.ts), and there only of use in towns that are made up. */
export const demoRoutes = [
  post('/demo/anmelden', {
    may: 'everyone',
    audience: 'internal',
    form: z.object({ account: z.uuid(), weiter: z.string().max(500).optional() }),
    repeat: 'unkeyed',
    run: signInToDemo,
    done: arrive,
    again: () => undefined,
  }),
]
