import type { Client } from 'pg'

/**
 * Under row-level security PostgreSQL uses an index only for conditions whose function is declared leakproof: it tells nothing of a
 * row it refuses, not even by an error. Equality and order of plain values are; these are as harmless and only lack the
 * declaration: match of a text search, point in box, likeness of words.
 */
const harmless = [
  'pg_catalog.ts_match_vq(tsvector, tsquery)',
  'pg_catalog.on_pb(point, box)',
  'similarity_op(text, text)',
  'word_similarity_op(text, text)',
  'word_similarity_commutator_op(text, text)',
] as const

/** Declares them where the role may (superuser); elsewhere searches work and read more rows (docs/operations.md). */
export async function declareLeakproof(client: Client): Promise<void> {
  for (const signature of harmless) {
    await client.query(`DO $$ BEGIN
      IF to_regprocedure('${signature}') IS NOT NULL THEN ALTER FUNCTION ${signature} LEAKPROOF; END IF;
    END $$`)
  }
}
