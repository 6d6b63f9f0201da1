export const ROOT = '/open311/v2'

/** The page for people who write programs. */
export const ABOUT_PATH = '/open311'
