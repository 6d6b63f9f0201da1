import type { Texts } from '../text.ts'

export const mailTexts: Texts = {
  de: { 'mail.unsubscribe': 'Diese Nachrichten abbestellen' },
  en: { 'mail.unsubscribe': 'Stop these messages' },
}
