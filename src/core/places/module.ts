import type { Module } from '#platform/module.ts'

export const places: Module = { name: 'places', texts: { de: {}, en: {} } }
