def retry(actions):
    failures = []
    for attempt, action in enumerate(actions):
        try:
            action()
        except OSError as failure:
            failures.append(failure)
            continue
        except Exception as failure:
            failure.add_note(str(attempt))
            raise
    return failures, failure
