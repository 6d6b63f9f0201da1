/** What a form cannot know by itself. The server gives all of it; a browser that lacks a function leaves that question to the server. */
export type Facts = {
  /** The day it is in the town. */
  today: string
  /** Codes of the areas in which a point lies. */
  areasAt?: ((point: { lat: number; lon: number }) => readonly string[]) | undefined
  /** Whether the town has this street. */
  knowsStreet?: ((street: string) => boolean) | undefined
}
