-- The job that sends a message. A message that waits without one was queued while no jobs ran; it is gathered later.
alter table messages add column job_id uuid;
create index messages_without_job on messages (authority_id, created_at) where state = 'waiting' and job_id is null;
