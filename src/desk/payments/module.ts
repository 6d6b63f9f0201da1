import type { Module } from '#platform/module.ts'
import { MANAGE_PAYMENTS, WORK_ON_PAYMENTS } from '#services/payments/index.ts'
import { PATH, PROVIDER } from './paths.ts'
import { paymentRoutes } from './payments.routes.tsx'
import { providerRoutes } from './provider.routes.tsx'
import { deskPaymentTexts } from './texts.ts'

export const deskPayments: Module = {
  name: 'desk-payments',
  texts: deskPaymentTexts,
  routes: [...paymentRoutes, ...providerRoutes],
  nav: [
    { area: 'desk', path: PATH, text: 'deskPayments.title', may: WORK_ON_PAYMENTS, order: 56 },
    { area: 'admin', path: PROVIDER, text: 'deskPayments.provider', may: MANAGE_PAYMENTS, order: 66 },
  ],
}
