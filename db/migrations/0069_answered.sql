-- An inquiry has done what it promised when it is answered, not when nobody has asked again for two weeks.
ALTER TABLE services.application
  ADD COLUMN answered_at timestamptz,
  ADD COLUMN answered_late boolean,
  ADD CHECK ((answered_at IS NULL) = (answered_late IS NULL));
