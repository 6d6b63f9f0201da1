/** The page for people who write programs. */
export const ABOUT_PATH = '/open311'
