import { type LetterBlock, type LetterContent, MOST_BLOCKS } from './content.rules.ts'

/** One change of a draft. `at` counts from 0. */
export type Edit =
  | { do: 'add'; block: LetterBlock; at?: number | undefined }
  | { do: 'change'; at: number; block: LetterBlock }
  | { do: 'remove'; at: number }
  | { do: 'move'; at: number; by: -1 | 1 }
  | {
      do: 'settings'
      subject: LetterContent['subject']
      regime: LetterContent['regime']
      remedy: LetterContent['remedy']
      signatures: LetterContent['signatures']
    }

/** The content after the change; undefined where there is no such block, or no room for another one. */
export function edited(content: LetterContent, edit: Edit): LetterContent | undefined {
  const { blocks } = content
  if (edit.do === 'settings') {
    const { subject, regime, remedy, signatures } = edit
    return { ...content, subject, regime, remedy, signatures }
  }
  if (edit.do === 'add') {
    if (blocks.length >= MOST_BLOCKS) return undefined
    return { ...content, blocks: blocks.toSpliced(Math.min(edit.at ?? blocks.length, blocks.length), 0, edit.block) }
  }
  const block = blocks[edit.at]
  if (!block) return undefined
  if (edit.do === 'remove') return { ...content, blocks: blocks.toSpliced(edit.at, 1) }
  if (edit.do === 'change') return { ...content, blocks: blocks.with(edit.at, edit.block) }
  const to = edit.at + edit.by
  if (to < 0 || to >= blocks.length) return content
  return { ...content, blocks: blocks.toSpliced(edit.at, 1).toSpliced(to, 0, block) }
}
