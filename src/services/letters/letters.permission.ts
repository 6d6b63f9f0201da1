/** Changes the words of letters and the letterhead. */
export const MANAGE_LETTERS = 'letters.manage'
