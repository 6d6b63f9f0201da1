-- ANALYZE for those who write very many rows in one transaction: until it ends nobody else counts them, and with plans for empty
-- tables each statement after them reads all of them. The program's role owns no table; this is its way to have them counted.
CREATE FUNCTION platform.count_rows(of_schema text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  EXECUTE (
    SELECT 'ANALYZE ' || string_agg(format('%I.%I', schemaname, tablename), ', ' ORDER BY schemaname, tablename)
    FROM pg_tables WHERE schemaname = of_schema AND of_schema IN ('core', 'services')
  );
END $$;
REVOKE ALL ON FUNCTION platform.count_rows FROM PUBLIC;
