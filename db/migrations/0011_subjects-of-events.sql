-- What one event is about: asked by every listener for its event, and by the log for each line. The primary key begins with the subject.
CREATE INDEX event_subject_event ON core.event_subject (tenant_id, event_id);
