import type { Module } from '#platform/module.ts'
import { placesTexts } from './texts.ts'

export const places: Module = { name: 'places', texts: placesTexts }
