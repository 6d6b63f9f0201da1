import { forgetOldKeys } from './http/idempotency.ts'
import type { Module } from './module.ts'
import { platformTexts } from './texts.ts'

/** The platform's own texts and nightly work. */
export const platform: Module = {
  name: 'platform',
  texts: platformTexts,
  schedules: [
    {
      name: 'platform.forget-old-keys',
      cron: '17 * * * *',
      run: async (ctx) => {
        await forgetOldKeys(ctx)
      },
    },
  ],
}
