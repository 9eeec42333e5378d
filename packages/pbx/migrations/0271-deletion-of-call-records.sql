-- Records of calls are deleted when their time is over (PRI-01); changed they are never.
GRANT DELETE ON call_started, call_answered, call_ended, queue_visit, queue_work TO klinke_operator;
